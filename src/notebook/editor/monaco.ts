// The full editor, fetched when a cell is first edited where there are keyboard and mouse. Monaco with the few
// features that code of some dozen lines needs; its worker is made only if one of them asks for it. A model stays
// with its cell, so that undo reaches back; the editors themselves are few, and the one unused for longest makes
// room for the next.

import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/comment/register'
import 'monaco-editor/features/cursorUndo/register'
import 'monaco-editor/features/indentation/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/wordOperations/register'
import { shikiToMonaco } from '@shikijs/monaco'
import * as monaco from 'monaco-editor/editor'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import type { LineNote } from '../../kernel/recording/protocol.ts'
import { highlightTheme } from '../highlight-roles.ts'
import type { Problem } from '../verdict.ts'
import { sharedHighlighter } from './highlight.ts'
import { isDark, onSchemeChange } from './surroundings.ts'

export interface FullEditorOptions {
  host: HTMLElement
  label: string
  text: string
  /** The text before the reader began to write in the plain field: where undo ends. */
  textBefore: string
  selection: { start: number; end: number }
  scrollLeft: number
  font: { family: string; size: number; lineHeight: number }
  /** What the block takes beside its lines and padding: the height of its scroll bar. */
  extraHeight: number
  onedit(text: string): void
  /** The editor has made room for another. */
  onclose(): void
}

export interface FullEditor {
  focus(): void
  /** Puts another text in; the reader can undo it. */
  setText(text: string): void
  mark(problem: Problem | null): void
  /** Writes beside each line what it did to counts. */
  annotate(notes: readonly LineNote[]): void
  select(problem: Problem): void
  /** Whether Escape has something to do here before it leaves. */
  wantsEscape(): boolean
  close(): void
}

const padding = { block: 12, inline: 16 } as const
const editorLimit = 3
const markerOwner = 'python'

/** The open editors, longest unused first. */
const open: { editor: monaco.editor.IStandaloneCodeEditor; close(): void }[] = []
const models = new WeakMap<HTMLElement, monaco.editor.ITextModel>()
let prepared: Promise<void> | undefined

/** Does what all editors need once: fetches the highlighter, sets the language and the theme up. */
export function prepareFullEditor(): Promise<void> {
  prepared ??= prepare().catch((error: unknown) => {
    prepared = undefined
    throw error
  })
  return prepared
}

/** Opens an editor in `host`, over the block that is there; at once, so that no key falls between the two. */
export function openFullEditor(options: FullEditorOptions): FullEditor {
  while (open.length >= editorLimit) open[0]?.close()
  const model = modelFor(options)
  const editor = create(options, model)
  const release = keepSize(options, editor, model)
  const changes = model.onDidChangeContent(() => options.onedit(model.getValue()))
  const entry = {
    editor,
    close() {
      if (!open.includes(entry)) return
      open.splice(open.indexOf(entry), 1)
      changes.dispose()
      release()
      editor.dispose()
      options.onclose()
    },
  }
  open.push(entry)
  const annotations = editor.createDecorationsCollection()
  editor.onDidFocusEditorText(() => {
    // The latest used moves to the end.
    open.splice(open.indexOf(entry), 1)
    open.push(entry)
  })
  return {
    focus: () => editor.focus(),
    setText(text) {
      if (text === model.getValue()) return
      editor.pushUndoStop()
      editor.executeEdits('heapbook', [{ range: model.getFullModelRange(), text }])
      editor.pushUndoStop()
    },
    mark(problem) {
      monaco.editor.setModelMarkers(model, markerOwner, problem === null ? [] : [markerOf(problem)])
    },
    annotate(notes) {
      const lines = notes.filter(({ lineno }) => lineno <= model.getLineCount())
      annotations.set(
        lines.map(({ lineno, notes: words }) => {
          const end = model.getLineMaxColumn(lineno)
          const after = { content: words.join(', '), inlineClassName: 'count-note' }
          return {
            range: new monaco.Range(lineno, end, lineno, end),
            options: { after, showIfCollapsed: true },
          }
        }),
      )
    },
    select(problem) {
      editor.setSelection(rangeOf(problem))
      editor.revealRangeInCenterIfOutsideViewport(rangeOf(problem))
      editor.focus()
    },
    wantsEscape: () => (editor.getSelections()?.length ?? 1) > 1,
    close: () => entry.close(),
  }
}

async function prepare(): Promise<void> {
  globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() }
  monaco.languages.register({ id: 'python' })
  monaco.languages.setLanguageConfiguration('python', {
    comments: { lineComment: '#' },
    brackets: [
      ['(', ')'],
      ['[', ']'],
      ['{', '}'],
    ],
    autoClosingPairs: [
      { open: '(', close: ')' },
      { open: '[', close: ']' },
      { open: '{', close: '}' },
      { open: '"', close: '"', notIn: ['string', 'comment'] },
      { open: "'", close: "'", notIn: ['string', 'comment'] },
    ],
    onEnterRules: [
      {
        beforeText:
          /^\s*(?:def|class|for|if|elif|else|while|try|with|finally|except|match|case|async)\b.*:\s*(?:#.*)?$/,
        action: { indentAction: monaco.languages.IndentAction.Indent },
      },
      {
        beforeText: /^\s*(?:return|raise|pass|break|continue)\b.*$/,
        action: { indentAction: monaco.languages.IndentAction.None, removeText: 4 },
      },
    ],
  })
  shikiToMonaco(await sharedHighlighter(), monaco)
  followScheme()
}

/** Monaco has one theme for all editors; it is the scheme's, with the page's own surfaces showing through. */
function followScheme(): void {
  const apply = () => monaco.editor.setTheme(highlightTheme(isDark(document.body) ? 'dark' : 'light').name)
  apply()
  onSchemeChange(apply)
}

function modelFor(options: FullEditorOptions): monaco.editor.ITextModel {
  const kept = models.get(options.host)
  const model = kept ?? monaco.editor.createModel(options.textBefore, 'python')
  models.set(options.host, model)
  model.setEOL(monaco.editor.EndOfLineSequence.LF)
  if (model.getValue() !== options.text) {
    model.pushStackElement()
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text: options.text }], () => null)
    model.pushStackElement()
  }
  return model
}

function create(
  options: FullEditorOptions,
  model: monaco.editor.ITextModel,
): monaco.editor.IStandaloneCodeEditor {
  // The size comes first: in a host without one Monaco makes room for a scroll bar, and the page jumps twice.
  options.host.style.height = `${heightOf(options, model)}px`
  const editor = monaco.editor.create(options.host, {
    model,
    ariaLabel: options.label,
    fontFamily: options.font.family,
    fontSize: options.font.size,
    lineHeight: options.font.lineHeight,
    fontLigatures: false,
    letterSpacing: 0,
    padding: { top: padding.block, bottom: padding.block },
    lineNumbers: 'off',
    glyphMargin: false,
    folding: false,
    lineDecorationsWidth: padding.inline,
    lineNumbersMinChars: 0,
    renderLineHighlight: 'none',
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    scrollBeyondLastLine: false,
    scrollBeyondLastColumn: 2,
    scrollbar: {
      vertical: 'hidden',
      verticalScrollbarSize: 0,
      horizontalScrollbarSize: 8,
      useShadows: false,
      alwaysConsumeMouseWheel: false,
    },
    wordBasedSuggestions: 'off',
    quickSuggestions: false,
    suggestOnTriggerCharacters: false,
    parameterHints: { enabled: false },
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    links: false,
    contextmenu: false,
    stickyScroll: { enabled: false },
    guides: { indentation: false },
    matchBrackets: 'near',
    roundedSelection: false,
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
    fixedOverflowWidgets: true,
  })
  // After the editor is made, because its making sets them anew.
  model.updateOptions({
    tabSize: 4,
    insertSpaces: true,
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  })
  const start = model.getPositionAt(options.selection.start)
  const end = model.getPositionAt(options.selection.end)
  editor.setSelection(monaco.Range.fromPositions(start, end))
  editor.setScrollLeft(options.scrollLeft)
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts())
  return editor
}

function heightOf(options: FullEditorOptions, model: monaco.editor.ITextModel): number {
  return model.getLineCount() * options.font.lineHeight + 2 * padding.block + options.extraHeight
}

/** Keeps the host as high as its text and the editor as wide as its host. */
function keepSize(
  options: FullEditorOptions,
  editor: monaco.editor.IStandaloneCodeEditor,
  model: monaco.editor.ITextModel,
): () => void {
  const fit = () => {
    const height = heightOf(options, model)
    options.host.style.height = `${height}px`
    editor.layout({ width: options.host.clientWidth, height })
  }
  const changes = model.onDidChangeContent(fit)
  const observer = new ResizeObserver(fit)
  observer.observe(options.host)
  return () => {
    changes.dispose()
    observer.disconnect()
    options.host.style.height = ''
  }
}

function rangeOf(problem: Problem): monaco.IRange {
  return {
    startLineNumber: problem.line,
    startColumn: problem.column,
    endLineNumber: problem.endLine,
    endColumn: problem.endColumn,
  }
}

function markerOf(problem: Problem): monaco.editor.IMarkerData {
  return { ...rangeOf(problem), message: problem.text, severity: monaco.MarkerSeverity.Error }
}
