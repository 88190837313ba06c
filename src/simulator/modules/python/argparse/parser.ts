/** `argparse`, part 4: arguments read; as `ArgumentParser` of `Lib/argparse.py`. */
export const argparseParser = String.raw`
class ArgumentParser(_AttributeHolder, _ActionsContainer):
    """Reads the arguments of a command line into a namespace."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter,
                 prefix_chars='-', fromfile_prefix_chars=None, argument_default=None, conflict_handler='error',
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        super().__init__(description=description, prefix_chars=prefix_chars, argument_default=argument_default,
                         conflict_handler=conflict_handler)
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group(_('positional arguments'))
        self._optionals = self.add_argument_group(_('options'))
        self._subparsers = None
        self.register('type', None, _identity)
        if self.add_help:
            prefix = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(prefix + 'h', prefix * 2 + 'help', action='help', default=SUPPRESS,
                              help=_('show this help message and exit'))
        for parent in parents:
            if not isinstance(parent, ArgumentParser):
                raise TypeError('parents must be a list of ArgumentParser')
            self._add_container_actions(parent)
            self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        names = 'prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help'
        return [(name, getattr(self, name)) for name in names]

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            raise ArgumentError(None, _('cannot have multiple subparser arguments'))
        kwargs.setdefault('parser_class', type(self))
        if 'title' in kwargs or 'description' in kwargs:
            title = kwargs.pop('title', _('subcommands'))
            self._subparsers = self.add_argument_group(title, kwargs.pop('description', None))
        else:
            self._subparsers = self._positionals
        if kwargs.get('prog') is None:
            # The program with what has to stand before the name of a command.
            formatter = self._get_formatter()
            formatter.add_usage(None, self._get_positional_actions(), self._mutually_exclusive_groups, '')
            kwargs['prog'] = formatter.format_help().strip()
        action = self._pop_action_class(kwargs, 'parsers')(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def _get_optional_actions(self):
        return [action for action in self._actions if action.option_strings]

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    def parse_args(self, args=None, namespace=None):
        args, rest = self.parse_known_args(args, namespace)
        self._refuse(rest)
        return args

    def _refuse(self, rest):
        if rest:
            message = _('unrecognized arguments: %s') % ' '.join(rest)
            if self.exit_on_error:
                self.error(message)
            raise ArgumentError(None, message)

    def parse_known_args(self, args=None, namespace=None):
        args = _sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if self.exit_on_error:
            try:
                namespace, args = self._parse_known_args(args, namespace)
            except ArgumentError as error:
                self.error(str(error))
        else:
            namespace, args = self._parse_known_args(args, namespace)
        if hasattr(namespace, _UNRECOGNIZED_ARGS_ATTR):
            args.extend(getattr(namespace, _UNRECOGNIZED_ARGS_ATTR))
            delattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
        return namespace, args

    def _parse_known_args(self, arg_strings, namespace):
        if self.fromfile_prefix_chars is not None:
            arg_strings = self._read_args_from_files(arg_strings)
        return _Reading(self, arg_strings, namespace).read()

    def _read_args_from_files(self, arg_strings):
        result = []
        for arg in arg_strings:
            if not arg or arg[0] not in self.fromfile_prefix_chars:
                result.append(arg)
                continue
            try:
                with open(arg[1:], encoding=_sys.getfilesystemencoding(), errors=_sys.getfilesystemencodeerrors()) as file:
                    found = []
                    for line in file.read().splitlines():
                        found.extend(self.convert_arg_line_to_args(line))
                    result.extend(self._read_args_from_files(found))
            except OSError as error:
                raise ArgumentError(None, str(error))
        return result

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _match_argument(self, action, arg_strings_pattern):
        match = _re.match(self._get_nargs_pattern(action), arg_strings_pattern)
        if match is not None:
            return len(match.group(1))
        messages = {None: _('expected one argument'), OPTIONAL: _('expected at most one argument'),
                    ONE_OR_MORE: _('expected at least one argument')}
        message = messages.get(action.nargs)
        if message is None:
            message = ngettext('expected %s argument', 'expected %s arguments', action.nargs) % action.nargs
        raise ArgumentError(action, message)

    def _match_arguments_partial(self, actions, arg_strings_pattern):
        """How many arguments each of the first actions takes, of as many actions as find theirs."""
        for count in range(len(actions), 0, -1):
            pattern = ''.join(self._get_nargs_pattern(action) for action in actions[:count])
            match = _re.match(pattern, arg_strings_pattern)
            if match is not None:
                return [len(string) for string in match.groups()]
        return []

    def _parse_optional(self, arg_string):
        """The options that an argument may stand for, as (action, name, separator, value); None if it is none."""
        if not arg_string or arg_string[0] not in self.prefix_chars:
            return None
        known = self._option_string_actions
        if arg_string in known:
            return [(known[arg_string], arg_string, None, None)]
        if len(arg_string) == 1:
            return None
        option_string, sep, explicit_arg = arg_string.partition('=')
        if sep and option_string in known:
            return [(known[option_string], option_string, sep, explicit_arg)]
        found = self._get_option_tuples(arg_string)
        if found:
            return found
        if self._negative_number_matcher.match(arg_string) and not self._has_negative_number_optionals:
            return None
        return None if ' ' in arg_string else [(None, arg_string, None, None)]

    def _get_option_tuples(self, option_string):
        result = []
        known = self._option_string_actions
        chars = self.prefix_chars
        if option_string[0] in chars and option_string[1] in chars:
            if self.allow_abbrev:
                prefix, sep, explicit_arg = option_string.partition('=')
                if not sep:
                    sep = explicit_arg = None
                result = [(action, name, sep, explicit_arg) for name, action in known.items() if name.startswith(prefix)]
        elif option_string[0] in chars:
            for name, action in known.items():
                if name == option_string[:2]:
                    result.append((action, name, '', option_string[2:]))
                elif name.startswith(option_string):
                    result.append((action, name, None, None))
        else:
            raise ArgumentError(None, _('unexpected option string: %s') % option_string)
        return result

    def _get_nargs_pattern(self, action):
        nargs = action.nargs
        if nargs is None:
            pattern = '(-*A-*)'
        elif nargs == OPTIONAL:
            pattern = '(-*A?-*)'
        elif nargs == ZERO_OR_MORE:
            pattern = '(-*[A-]*)'
        elif nargs == ONE_OR_MORE:
            pattern = '(-*A[A-]*)'
        elif nargs == REMAINDER:
            pattern = '([AO]*)' if action.option_strings else '(.*)'
        elif nargs == PARSER:
            pattern = '(-*A[-AO]*)'
        elif nargs == SUPPRESS:
            pattern = '(-*)'
        else:
            pattern = '(-*%s-*)' % '-*'.join('A' * nargs)
        return pattern.replace('-*', '').replace('-', '') if action.option_strings else pattern

    def parse_intermixed_args(self, args=None, namespace=None):
        args, rest = self.parse_known_intermixed_args(args, namespace)
        self._refuse(rest)
        return args

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """First the options are read, then from what is left the other arguments."""
        positionals = self._get_positional_actions()
        strange = [action for action in positionals if action.nargs in (PARSER, REMAINDER)]
        if strange:
            raise TypeError('parse_intermixed_args: positional arg with nargs=%s' % strange[0].nargs)
        if any(action in group._group_actions for group in self._mutually_exclusive_groups for action in positionals):
            raise TypeError('parse_intermixed_args: positional in mutuallyExclusiveGroup')
        usage = self.usage
        try:
            if usage is None:
                self.usage = self.format_usage().removeprefix('usage: ')
            kept = [(action, action.nargs, action.default) for action in positionals]
            try:
                for action in positionals:
                    action.nargs = SUPPRESS
                    action.default = SUPPRESS
                namespace, rest = self.parse_known_args(args, namespace)
                for action in positionals:
                    if getattr(namespace, action.dest, None) == []:
                        from warnings import warn
                        warn('Do not expect %s in %s' % (action.dest, namespace))
                        delattr(namespace, action.dest)
            finally:
                for action, action.nargs, action.default in kept:
                    pass
            optionals = self._get_optional_actions()
            required = [(action, action.required) for action in optionals]
            groups = [(group, group.required) for group in self._mutually_exclusive_groups]
            try:
                for each, _required in required + groups:
                    each.required = False
                return self.parse_known_args(rest, namespace)
            finally:
                for each, each.required in required + groups:
                    pass
        finally:
            self.usage = usage

    def _get_values(self, action, arg_strings):
        """What arguments stand for."""
        nargs = action.nargs
        if not arg_strings and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._get_value(action, value)
            return value
        if not arg_strings and nargs == ZERO_OR_MORE and not action.option_strings:
            return [] if action.default is None else action.default
        if len(arg_strings) == 1 and nargs in (None, OPTIONAL):
            value = self._get_value(action, arg_strings[0])
            self._check_value(action, value)
            return value
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._get_value(action, string) for string in arg_strings]
        if nargs == PARSER:
            self._check_value(action, values[0])
        elif nargs != REMAINDER:
            for value in values:
                self._check_value(action, value)
        return values

    def _get_value(self, action, arg_string):
        type_func = self._registry_get('type', action.type, action.type)
        if not callable(type_func):
            raise ArgumentError(action, _('%r is not callable') % type_func)
        try:
            return type_func(arg_string)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            args = {'type': getattr(action.type, '__name__', repr(action.type)), 'value': arg_string}
            raise ArgumentError(action, _('invalid %(type)s value: %(value)r') % args)

    def _check_value(self, action, value):
        choices = action.choices
        if choices is None:
            return
        if isinstance(choices, str):
            choices = iter(choices)
        if value not in choices:
            args = {'value': value, 'choices': ', '.join(map(repr, action.choices))}
            raise ArgumentError(action, _('invalid choice: %(value)r (choose from %(choices)s)') % args)

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            try:
                (file or _sys.stderr).write(message)
            except (AttributeError, OSError):
                pass

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, _('%(prog)s: error: %(message)s\n') % {'prog': self.prog, 'message': message})

    def _warning(self, message):
        self._print_message(_('%(prog)s: warning: %(message)s\n') % {'prog': self.prog, 'message': message}, _sys.stderr)


def _identity(string):
    return string


class _Reading:
    """One command line on its way into a namespace. A pattern says of each argument what it is: O an option, - the
    first double dash, A anything else."""

    def __init__(self, parser, arg_strings, namespace):
        self.parser = parser
        self.args = arg_strings
        self.namespace = namespace
        self.extras = []
        self.positionals = parser._get_positional_actions()
        self.seen = set()
        self.seen_with_value = set()
        self.warned = set()
        # Of each action those that may not be there with it.
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            members = group._group_actions
            for i, action in enumerate(members):
                self.conflicts.setdefault(action, []).extend(members[:i] + members[i + 1:])
        self.options = {}
        pattern = []
        for i, arg in enumerate(arg_strings):
            if arg == '--':
                pattern.append('-' + 'A' * (len(arg_strings) - i - 1))
                break
            found = parser._parse_optional(arg)
            if found is None:
                pattern.append('A')
            else:
                self.options[i] = found
                pattern.append('O')
        self.pattern = ''.join(pattern)

    def read(self):
        at = 0
        last = max(self.options, default=-1)
        while at <= last:
            next_option = min(i for i in self.options if i >= at)
            if at != next_option:
                end = self.take_positionals(at)
                if end > at:
                    at = end
                    continue
            if at not in self.options:
                self.extras.extend(self.args[at:next_option])
                at = next_option
            at = self.take_option(at)
        self.extras.extend(self.args[self.take_positionals(at):])
        self.check_required()
        return self.namespace, self.extras

    def act(self, action, arg_strings, option_string=None):
        self.seen.add(action)
        values = self.parser._get_values(action, arg_strings)
        # An argument that has its default is as good as not there.
        if values is not action.default:
            self.seen_with_value.add(action)
            for other in self.conflicts.get(action, ()):
                if other in self.seen_with_value:
                    raise ArgumentError(action, _('not allowed with argument %s') % _get_action_name(other))
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option_string)

    def warn_of(self, action, key, message):
        if action.deprecated and key not in self.warned:
            self.parser._warning(message)
            self.warned.add(key)

    def take_option(self, at):
        """Acts on the option at an index; the index after it and its arguments."""
        found = self.options[at]
        if len(found) > 1:
            names = ", ".join(each[1] for each in found)
            args = {'option': self.args[at], 'matches': names}
            raise ArgumentError(None, _('ambiguous option: %(option)s could match %(matches)s') % args)
        action, name, sep, explicit_arg = found[0]
        known = self.parser._option_string_actions
        chars = self.parser.prefix_chars
        steps = []
        while True:
            if action is None:
                self.extras.append(self.args[at])
                return at + 1
            if explicit_arg is None:
                start = at + 1
                count = self.parser._match_argument(action, self.pattern[start:])
                end = start + count
                steps.append((action, self.args[start:end], name))
                break
            count = self.parser._match_argument(action, 'A')
            if count == 0 and name[1] not in chars and explicit_arg != '':
                # Several short options in one.
                if sep or explicit_arg[0] in chars:
                    raise ArgumentError(action, _('ignored explicit argument %r') % explicit_arg)
                steps.append((action, [], name))
                name = name[0] + explicit_arg[0]
                if name not in known:
                    self.extras.append(name[0] + explicit_arg)
                    end = at + 1
                    break
                action = known[name]
                explicit_arg = explicit_arg[1:]
                if not explicit_arg:
                    sep = explicit_arg = None
                elif explicit_arg[0] == '=':
                    sep, explicit_arg = '=', explicit_arg[1:]
                else:
                    sep = ''
            elif count == 1:
                end = at + 1
                steps.append((action, [explicit_arg], name))
                break
            else:
                raise ArgumentError(action, _('ignored explicit argument %r') % explicit_arg)
        for action, arg_strings, name in steps:
            self.warn_of(action, name, _("option '%(option)s' is deprecated") % {'option': name})
            self.act(action, arg_strings, name)
        return end

    def take_positionals(self, at):
        counts = self.parser._match_arguments_partial(self.positionals, self.pattern[at:])
        for action, count in zip(self.positionals, counts):
            arg_strings = self.args[at:at + count]
            # The first double dash is no argument, unless what follows is left as it is.
            if action.nargs == PARSER:
                if self.pattern[at] == '-':
                    arg_strings.remove('--')
            elif action.nargs != REMAINDER and '-' in self.pattern[at:at + count]:
                arg_strings.remove('--')
            at += count
            if arg_strings:
                args = {'argument_name': action.dest}
                self.warn_of(action, action.dest, _("argument '%(argument_name)s' is deprecated") % args)
            self.act(action, arg_strings)
        del self.positionals[:len(counts)]
        return at

    def check_required(self):
        missing = []
        namespace = self.namespace
        for action in self.parser._actions:
            if action in self.seen:
                continue
            default = action.default
            if action.required:
                missing.append(_get_action_name(action))
            elif isinstance(default, str) and hasattr(namespace, action.dest) and default is getattr(namespace, action.dest):
                setattr(namespace, action.dest, self.parser._get_value(action, default))
        if missing:
            raise ArgumentError(None, _('the following arguments are required: %s') % ', '.join(missing))
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(action in self.seen_with_value for action in group._group_actions):
                names = [_get_action_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                raise ArgumentError(None, _('one of the arguments %s is required') % ' '.join(names))
`
