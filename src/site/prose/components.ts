// What authors may use in a lesson without importing it, and what stands in for Markdown's own elements.

import LessonFigure from './LessonFigure.astro'
import Note from './Note.astro'
import NotebookCell from './NotebookCell.astro'
import Table from './Table.astro'
import TableHeader from './TableHeader.astro'
import Term from './Term.astro'

export const proseComponents = { LessonFigure, NotebookCell, Note, Term, table: Table, th: TableHeader }
