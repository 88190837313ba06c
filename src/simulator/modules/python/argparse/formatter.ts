/** `argparse`, part 1: how help and usage look; as the formatters of `Lib/argparse.py`. */
export const argparseFormatter = String.raw`
import os as _os
import re as _re
import sys as _sys
from gettext import gettext as _, ngettext

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType', 'HelpFormatter',
           'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter',
           'MetavarTypeHelpFormatter', 'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER',
           'SUPPRESS', 'ZERO_OR_MORE']

SUPPRESS = '==SUPPRESS=='
OPTIONAL = '?'
ZERO_OR_MORE = '*'
ONE_OR_MORE = '+'
PARSER = 'A...'
REMAINDER = '...'
_UNRECOGNIZED_ARGS_ATTR = '_unrecognized_args'


class _AttributeHolder:
    """Shows its attributes in its repr."""

    def __repr__(self):
        args = [repr(arg) for arg in self._get_args()]
        strange = {}
        for name, value in self._get_kwargs():
            if name.isidentifier():
                args.append(f'{name}={value!r}')
            else:
                strange[name] = value
        if strange:
            args.append(f'**{strange!r}')
        return f'{type(self).__name__}({", ".join(args)})'

    def _get_kwargs(self):
        return list(self.__dict__.items())

    def _get_args(self):
        return []


class HelpFormatter:
    """Makes the text of help: sections of lines, which know how wide the column of names is."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            try:
                width = int(_os.environ['COLUMNS'])
            except (KeyError, ValueError):
                width = 80
            width = (width or 80) - 2
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._current_indent = 0
        self._level = 0
        self._action_max_length = 0
        self._root_section = self._current_section = self._Section(self, None)
        self._whitespace_matcher = _re.compile(r'\s+', _re.ASCII)
        self._long_break_matcher = _re.compile(r'\n\n\n+')

    def _indent(self):
        self._current_indent += self._indent_increment
        self._level += 1

    def _dedent(self):
        self._current_indent -= self._indent_increment
        assert self._current_indent >= 0, 'Indent decreased below 0.'
        self._level -= 1

    class _Section:
        def __init__(self, formatter, parent, heading=None):
            self.formatter = formatter
            self.parent = parent
            self.heading = heading
            self.items = []

        def format_help(self):
            formatter = self.formatter
            if self.parent is not None:
                formatter._indent()
            body = formatter._join_parts([func(*args) for func, args in self.items])
            if self.parent is not None:
                formatter._dedent()
            if not body:
                return ''
            heading = ''
            if self.heading is not SUPPRESS and self.heading is not None:
                heading = ' ' * formatter._current_indent + _('%(heading)s:') % {'heading': self.heading} + '\n'
            return formatter._join_parts(['\n', heading, body, '\n'])

    def _add_item(self, func, args):
        self._current_section.items.append((func, args))

    def start_section(self, heading):
        self._indent()
        section = self._Section(self, self._current_section, heading)
        self._add_item(section.format_help, [])
        self._current_section = section

    def end_section(self):
        self._current_section = self._current_section.parent
        self._dedent()

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        lengths = [len(self._format_action_invocation(action)) + self._current_indent]
        for subaction in self._iter_indented_subactions(action):
            lengths.append(len(self._format_action_invocation(subaction)) + self._current_indent)
        self._action_max_length = max(self._action_max_length, *lengths)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = self._root_section.format_help()
        if text:
            text = self._long_break_matcher.sub('\n\n', text).strip('\n') + '\n'
        return text

    def _join_parts(self, part_strings):
        return ''.join(part for part in part_strings if part and part is not SUPPRESS)

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = _('usage: ')
        prog = str(self._prog)
        if usage is not None:
            usage = usage % {'prog': self._prog}
        elif not actions:
            usage = prog
        else:
            optionals = [action for action in actions if action.option_strings]
            positionals = [action for action in actions if not action.option_strings]
            parts = self._get_actions_usage_parts(optionals + positionals, groups)
            usage = ' '.join([prog, *parts])
            if len(prefix) + len(usage) > self._width - self._current_indent:
                usage = '\n'.join(self._usage_lines(
                    prefix, prog, self._get_actions_usage_parts(optionals, groups),
                    self._get_actions_usage_parts(positionals, groups)))
        return f'{prefix}{usage}\n\n'

    def _usage_lines(self, prefix, prog, optional_parts, positional_parts):
        """Lines of a usage that is too long for one: options first, then the others."""
        width = self._width - self._current_indent

        def fill(parts, indent, used=None):
            lines, line = [], []
            length = indent - 1 if used is None else used - 1
            for part in parts:
                if line and length + 1 + len(part) > width:
                    lines.append(' ' * indent + ' '.join(line))
                    line, length = [], indent - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(' ' * indent + ' '.join(line))
            if used is not None:
                lines[0] = lines[0][indent:]
            return lines

        if len(prefix) + len(prog) <= 0.75 * width:
            indent = len(prefix) + len(prog) + 1
            if optional_parts:
                return fill([prog, *optional_parts], indent, len(prefix)) + fill(positional_parts, indent)
            return fill([prog, *positional_parts], indent, len(prefix)) if positional_parts else [prog]
        indent = len(prefix)
        lines = fill(optional_parts + positional_parts, indent)
        if len(lines) > 1:
            lines = fill(optional_parts, indent) + fill(positional_parts, indent)
        return [prog, *lines]

    def _format_actions_usage(self, actions, groups):
        return ' '.join(self._get_actions_usage_parts(actions, groups))

    def _get_actions_usage_parts(self, actions, groups):
        # Groups whose members stand side by side are shown as such.
        grouped, places = set(), {}
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f'empty group {group}')
            if all(action.help is SUPPRESS for action in members) or members[0] not in actions:
                continue
            start = actions.index(members[0])
            end = start + len(members)
            if actions[start:end] == members:
                grouped.update(members)
                places[start, end] = group
        parts = []
        for action in actions:
            if action.help is SUPPRESS:
                parts.append(None)
                continue
            if not action.option_strings:
                part = self._format_args(action, self._get_default_metavar_for_positional(action))
                if action in grouped and part[:1] == '[' and part[-1:] == ']':
                    part = part[1:-1]
            else:
                if action.nargs == 0:
                    part = action.format_usage()
                else:
                    args = self._format_args(action, self._get_default_metavar_for_optional(action))
                    part = f'{action.option_strings[0]} {args}'
                if not action.required and action not in grouped:
                    part = f'[{part}]'
            parts.append(part)
        separated = set()
        for start, end in sorted(places, reverse=True):
            shown = [part for part in parts[start:end] if part is not None]
            opening, closing = '[', ']'
            if places[start, end].required:
                opening, closing = ('(', ')') if len(shown) > 1 else ('', '')
            shown[0] = opening + shown[0]
            shown[-1] += closing
            for i, part in enumerate(shown[:-1], start):
                if i not in separated:
                    parts[i] = part + ' |'
                    separated.add(i)
            parts[start + len(shown) - 1] = shown[-1]
            for i in range(start + len(shown), end):
                parts[i] = None
        return [part for part in parts if part is not None]

    def _format_text(self, text):
        if '%(prog)' in text:
            text = text % {'prog': self._prog}
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, ' ' * self._current_indent) + '\n\n'

    def _format_action(self, action):
        position = min(self._action_max_length + 2, self._max_help_position)
        help_width = max(self._width - position, 11)
        action_width = position - self._current_indent - 2
        header = self._format_action_invocation(action)
        indent = ' ' * self._current_indent
        is_short = len(header) <= action_width
        has_help = bool(action.help and action.help.strip())
        if not action.help:
            parts = [f'{indent}{header}\n']
        elif is_short:
            parts = [f'{indent}{header:<{action_width}}  ']
        else:
            parts = [f'{indent}{header}\n']
        if has_help:
            text = self._expand_help(action)
            if text:
                lines = self._split_lines(text, help_width)
                first = 0 if is_short else position
                parts.append(' ' * first + lines[0] + '\n')
                parts += [' ' * position + line + '\n' for line in lines[1:]]
        elif not parts[-1].endswith('\n'):
            parts.append('\n')
        for subaction in self._iter_indented_subactions(action):
            parts.append(self._format_action(subaction))
        return self._join_parts(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return ' '.join(self._metavar_formatter(action, self._get_default_metavar_for_positional(action))(1))
        names = ', '.join(action.option_strings)
        if action.nargs == 0:
            return names
        return names + ' ' + self._format_args(action, self._get_default_metavar_for_optional(action))

    def _metavar_formatter(self, action, default_metavar):
        if action.metavar is not None:
            result = action.metavar
        elif action.choices is not None:
            result = '{' + ','.join(map(str, action.choices)) + '}'
        else:
            result = default_metavar
        return lambda size: result if isinstance(result, tuple) else (result,) * size

    def _format_args(self, action, default_metavar):
        names = self._metavar_formatter(action, default_metavar)
        nargs = action.nargs
        if nargs is None:
            return '%s' % names(1)
        if nargs == OPTIONAL:
            return '[%s]' % names(1)
        if nargs == ZERO_OR_MORE:
            several = names(1)
            return '[%s [%s ...]]' % several if len(several) == 2 else '[%s ...]' % several
        if nargs == ONE_OR_MORE:
            return '%s [%s ...]' % names(2)
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return '%s ...' % names(1)
        if nargs == SUPPRESS:
            return ''
        try:
            pattern = ' '.join(['%s'] * nargs)
        except TypeError:
            raise ValueError('invalid nargs value') from None
        return pattern % names(nargs)

    def _expand_help(self, action):
        text = self._get_help_string(action)
        if '%' not in text:
            return text
        params = {name: value for name, value in vars(action).items() if value is not SUPPRESS}
        params['prog'] = self._prog
        for name, value in params.items():
            if hasattr(value, '__name__'):
                params[name] = value.__name__
        if params.get('choices') is not None:
            params['choices'] = ', '.join(map(str, params['choices']))
        return text % params

    def _iter_indented_subactions(self, action):
        if hasattr(action, '_get_subactions'):
            self._indent()
            yield from action._get_subactions()
            self._dedent()

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(self._whitespace_matcher.sub(' ', text).strip(), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        text = self._whitespace_matcher.sub(' ', text).strip()
        return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves the lines of descriptions as they are."""

    def _fill_text(self, text, width, indent):
        return ''.join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves the lines of all texts as they are."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the default to the help of each argument."""

    def _get_help_string(self, action):
        text = action.help or ''
        if '%(default)' not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += _(' (default: %(default)s)')
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows the type of an argument in place of its name."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
`
