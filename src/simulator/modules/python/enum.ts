/**
 * `enum`: enumerations and flags; as `Lib/enum.py`.
 *
 * Names bound in the class body become `_proto_member`s, whose `__set_name__` makes the members while the
 * class is being made. Flags make members for combinations when these are first needed.
 */
export const enumSource = String.raw`
import sys
import builtins as bltns
from types import MappingProxyType, DynamicClassAttribute

__all__ = [
    'EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique',
    'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
    'global_flag_repr', 'global_enum_repr', 'global_str', 'global_enum', 'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS',
    'UNIQUE', 'pickle_by_global_name', 'pickle_by_enum_name',
]

# What the metaclass asks for before these classes exist.
Enum = Flag = EJECT = ReprEnum = None


class nonmember(object):
    def __init__(self, value):
        self.value = value


class member(object):
    def __init__(self, value):
        self.value = value


def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == '__' == name[-2:] and name[2] != '_' != name[-3]


def _is_sunder(name):
    return len(name) > 2 and name[0] == '_' == name[-1] and name[1] != '_' != name[-2]


def _is_internal_class(cls_name, obj):
    if not isinstance(obj, type):
        return False
    qualname = getattr(obj, '__qualname__', '')
    inner = f"{cls_name}.{getattr(obj, '__name__', '')}"
    return qualname == inner or qualname.endswith('.' + inner)


def _is_private(cls_name, name):
    prefix = f'_{cls_name}__'
    return len(name) > len(prefix) and name.startswith(prefix) and not name.endswith('__')


def _is_single_bit(num):
    return num != 0 and num & (num - 1) == 0


def _make_class_unpicklable(obj):
    def _break_on_call_reduce(self, proto):
        raise TypeError('%r cannot be pickled' % self)
    if isinstance(obj, dict):
        obj['__reduce_ex__'] = _break_on_call_reduce
        obj['__module__'] = '<unknown>'
    else:
        obj.__reduce_ex__ = _break_on_call_reduce
        obj.__module__ = '<unknown>'


def _iter_bits_lsb(num):
    original = num
    if isinstance(num, Enum):
        num = num.value
    if num < 0:
        raise ValueError('%r is not a positive integer' % original)
    while num:
        lowest = num & -num
        yield lowest
        num ^= lowest


def show_flag_values(value):
    return list(_iter_bits_lsb(value))


def bin(num, max_bits=None):
    width = num.bit_length()
    sign = '1' if num < 0 else '0'
    digits = f'{num & ((1 << width) - 1):0{width}b}' if width else ''
    if max_bits is not None and len(digits) < max_bits:
        digits = digits.rjust(max_bits, sign)
    return f'0b{sign} {digits}'


class _Marker:
    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text

_not_given = _Marker('<not given>')
_auto_null = _Marker('_auto_null')


class auto:
    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % self.value


class property(DynamicClassAttribute):
    # A member of the same name, if the class has one; and what this stands before otherwise.
    member = None
    _attr_type = None
    _cls_type = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is None:
                raise AttributeError('%r has no attribute %r' % (ownerclass, self.name))
            return self.member
        if self.fget is not None:
            return self.fget(instance)
        if self._attr_type == 'attr':
            return getattr(self._cls_type, self.name)
        if self._attr_type == 'desc':
            return getattr(instance._value_, self.name)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError('%r has no attribute %r' % (ownerclass, self.name)) from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


def _is_flag_class(cls):
    return Flag is not None and issubclass(cls, Flag)


class _proto_member:
    def __init__(self, value):
        self.value = value

    def __set_name__(self, enum_class, member_name):
        # The class attribute is set again, to the member, at the end.
        delattr(enum_class, member_name)
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        if enum_class._member_type_ is tuple:
            args = (args,)
        made = enum_class._new_member_(enum_class, *args) if enum_class._use_args_ else enum_class._new_member_(enum_class)
        if not hasattr(made, '_value_'):
            if enum_class._member_type_ is object:
                made._value_ = value
            else:
                try:
                    made._value_ = enum_class._member_type_(*args)
                except Exception as exc:
                    failure = TypeError('_value_ not set in __new__, unable to create it')
                    failure.__cause__ = exc
                    raise failure
        value = made._value_
        made._name_ = member_name
        made.__objclass__ = enum_class
        made.__init__(*args)
        made._sort_order_ = len(enum_class._member_names_)

        is_flag = _is_flag_class(enum_class)
        if is_flag:
            if isinstance(value, int):
                enum_class._flag_mask_ |= value
                if _is_single_bit(value):
                    enum_class._singles_mask_ |= value
            enum_class._all_bits_ = 2 ** enum_class._flag_mask_.bit_length() - 1

        canonical = self._with_value(enum_class, value)
        if canonical is None:
            canonical = made
            # Of flags only single bits count as members; the others are aliases.
            if not is_flag or (isinstance(value, int) and _is_single_bit(value)):
                enum_class._member_names_.append(member_name)
        enum_class._add_member_(member_name, canonical)
        try:
            enum_class._value2member_map_.setdefault(value, canonical)
        except TypeError:
            enum_class._unhashable_values_.append(value)
            enum_class._unhashable_values_map_.setdefault(member_name, []).append(value)

    @staticmethod
    def _with_value(enum_class, value):
        try:
            return enum_class._value2member_map_.get(value)
        except TypeError:
            for each in enum_class._member_map_.values():
                if each._value_ == value:
                    return each
        return None


_allowed_sunders = frozenset((
    '_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
    '_iter_member_by_value_', '_iter_member_by_def_', '_add_alias_', '_add_value_alias_',
))


class EnumDict(dict):
    def __init__(self):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._sunder_value(key, value)
        elif _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError('%r already defined as %r' % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value) or _is_internal_class(self._cls_name, value):
            pass
        else:
            if key in self:
                raise TypeError('%r already defined as %r' % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            value, uses_auto = self._without_auto(key, value)
            self._member_names[key] = None
            if not uses_auto:
                self._last_values.append(value)
        super().__setitem__(key, value)

    def _sunder_value(self, key, value):
        if key not in _allowed_sunders and not key.startswith('_repr_'):
            raise ValueError('_sunder_ names, such as %r, are reserved for future Enum use' % (key,))
        if key == '_generate_next_value_':
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == '_ignore_':
            value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError('_ignore_ cannot specify already set names: %r' % (already,))
        return value

    def _without_auto(self, key, value):
        """The value with the values of auto() in it, and whether there was any."""
        single = isinstance(value, auto)
        if single:
            value = (value,)
        if not isinstance(value, tuple) or not any(isinstance(each, auto) for each in value):
            return value, False
        items = []
        for each in value:
            if isinstance(each, auto):
                if each.value == _auto_null:
                    each.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
                    self._auto_called = True
                each = each.value
                self._last_values.append(each)
            items.append(each)
        if single:
            return items[0], True
        kind = type(value)
        try:
            return kind(items), True
        except TypeError:
            return kind(*items), True

    @bltns.property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more_members):
        try:
            for name in members.keys():
                self[name] = members[name]
        except AttributeError:
            for name, value in members:
                self[name] = value
        for name, value in more_members.items():
            self[name] = value

_EnumDict = EnumDict

_display_methods = ('__repr__', '__str__', '__format__', '__reduce_ex__')
_flag_operators = ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__')


class EnumType(type):

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        enum_dict = EnumDict()
        enum_dict._cls_name = cls
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            enum_dict['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return enum_dict

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        classdict.setdefault('_ignore_', []).append('_ignore_')
        for key in classdict['_ignore_']:
            classdict.pop(key, None)
        member_names = classdict._member_names
        invalid_names = set(member_names) & {'mro', ''}
        if invalid_names:
            raise ValueError('invalid enum member name(s) %s' % ','.join(repr(n) for n in invalid_names))
        order = classdict.pop('_order_', None)
        generate = classdict.get('_generate_next_value_')
        if generate is not None and type(generate) is not staticmethod:
            generate = staticmethod(generate)
        # A plain dict from here on, without the checks.
        classdict = dict(classdict.items())
        if generate is not None:
            classdict['_generate_next_value_'] = generate
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        __new__, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        classdict['_new_member_'] = __new__
        classdict['_use_args_'] = use_args
        for name in member_names:
            classdict[name] = _proto_member(classdict[name])
        classdict['_member_names_'] = []
        classdict['_member_map_'] = {}
        classdict['_value2member_map_'] = {}
        classdict['_unhashable_values_'] = []
        classdict['_unhashable_values_map_'] = {}
        classdict['_member_type_'] = member_type
        classdict['_value_repr_'] = metacls._find_data_repr_(cls, bases)
        classdict['_boundary_'] = boundary or getattr(first_enum, '_boundary_', None)
        classdict['_flag_mask_'] = 0
        classdict['_singles_mask_'] = 0
        classdict['_all_bits_'] = 0
        classdict['_inverted_'] = None
        in_progress = f'_{cls}__in_progress'
        try:
            exc = None
            classdict[in_progress] = True
            enum_class = super().__new__(metacls, cls, bases, classdict, **kwds)
            classdict[in_progress] = False
            delattr(enum_class, in_progress)
        except Exception as e:
            # Raised again without the notes of type.__new__.
            exc = type(e)(str(e))
            exc.__cause__ = e.__cause__
            exc.__context__ = e.__context__
            tb = e.__traceback__
        if exc is not None:
            raise exc.with_traceback(tb)
        classdict.update(enum_class.__dict__)
        if ReprEnum is not None and ReprEnum in bases:
            metacls._take_display_of_data_type_(enum_class, classdict, member_type)
        metacls._restore_display_(enum_class, classdict, member_type, first_enum)
        is_flag = _is_flag_class(enum_class)
        if is_flag:
            for name in _flag_operators:
                if name not in classdict:
                    setattr(enum_class, name, getattr(Flag, name))
                    classdict[name] = getattr(Flag, name)
        if Enum is not None:
            if save_new:
                enum_class.__new_member__ = __new__
            enum_class.__new__ = Enum.__new__
        if isinstance(order, str):
            order = order.replace(',', ' ').split()
        if is_flag:
            values = [m._value_ for m in enum_class]
            if values != sorted(values):
                enum_class._iter_member_ = enum_class._iter_member_by_def_
            if order:
                order = [o for o in order if o not in enum_class._member_map_ or _is_single_bit(enum_class[o]._value_)]
        elif Flag is not None or cls != 'Flag':
            for name in ('_boundary_', '_flag_mask_', '_singles_mask_', '_all_bits_', '_inverted_'):
                delattr(enum_class, name)
        if order:
            order = [o for o in order if o not in enum_class._member_map_ or o in enum_class._member_names_]
            if order != enum_class._member_names_:
                raise TypeError(
                    'member order does not match _order_:\n  %r\n  %r' % (enum_class._member_names_, order))
        return enum_class

    @staticmethod
    def _take_display_of_data_type_(enum_class, classdict, member_type):
        if member_type is object:
            raise TypeError(
                'ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)')
        if '__format__' not in classdict:
            enum_class.__format__ = member_type.__format__
            classdict['__format__'] = enum_class.__format__
        if '__str__' not in classdict:
            method = member_type.__str__
            enum_class.__str__ = member_type.__repr__ if method is object.__str__ else method
            classdict['__str__'] = enum_class.__str__

    @staticmethod
    def _restore_display_(enum_class, classdict, member_type, first_enum):
        """Methods that came from the data type or from object give way to those of the enumeration."""
        for name in _display_methods:
            if name not in classdict:
                if getattr(enum_class, name) in (getattr(member_type, name), getattr(object, name)):
                    setattr(enum_class, name, getattr(first_enum, name))

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_not_given, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_:
            if names is not _not_given:
                value = (value, names) + values
            return cls.__new__(cls, value)
        if names is _not_given and type is None:
            raise TypeError(
                f"{cls} has no members; specify \x60names=()\x60 if you meant to create a new, empty, enum")
        return cls._create_(
            class_name=value, names=None if names is _not_given else names, module=module, qualname=qualname,
            type=type, start=start, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __dir__(cls):
        names = {
            '__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__', '__module__',
            '__name__', '__qualname__', *cls._member_names_,
        }
        if cls._new_member_ is not object.__new__:
            names.add('__new__')
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add('__init_subclass__')
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @bltns.property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        return "<%s %r>" % ('flag' if _is_flag_class(cls) else 'enum', cls.__name__)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('cannot reassign member %r' % (name,))
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first_enum = cls._get_mixins_(class_name, bases)
        classdict = metacls.__prepare__(class_name, bases)

        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            pairs = []
            last_values = []
            for count, name in enumerate(names):
                value = first_enum._generate_next_value_(name, start, count, last_values[:])
                last_values.append(value)
                pairs.append((name, value))
            names = pairs
        for item in names if names is not None else ():
            if isinstance(item, str):
                classdict[item] = names[item]
            else:
                member_name, member_value = item
                classdict[member_name] = member_value

        if module is None:
            try:
                module = sys._getframe(2).f_globals['__name__']
            except (AttributeError, ValueError, KeyError):
                pass
        if module is None:
            _make_class_unpicklable(classdict)
        else:
            classdict['__module__'] = module
        if qualname is not None:
            classdict['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        module_globals = sys.modules[module].__dict__
        source = source.__dict__ if source else module_globals
        members = [(key, value) for key, value in source.items() if filter(key)]
        try:
            members.sort(key=lambda pair: (pair[1], pair[0]))
        except TypeError:
            members.sort(key=lambda pair: pair[0])
        body = dict(members)
        body['__module__'] = module
        made = _simple_enum(etype=cls, boundary=boundary or KEEP)(type(name, (object,), body))
        if as_global:
            global_enum(made)
        else:
            sys.modules[made.__module__].__dict__.update(made.__members__)
        module_globals[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, base))

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The type of data in the members, and the enumeration inherited from."""
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError(
                "new enumerations should be created as "
                "\x60EnumName([mixin_type, ...] [data_type,] enum_type)\x60")
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if '__repr__' in base.__dict__:
                    names = base.__dict__
                    if ('__dataclass_fields__' in names and '__dataclass_params__' in names
                            and names['__dataclass_params__'].repr):
                        return _dataclass_repr
                    return names['__repr__']
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        data_types = set()
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        data_types.add(base._member_type_)
                        break
                elif '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__:
                    data_types.add(candidate or base)
                    break
                else:
                    candidate = candidate or base
        if len(data_types) > 1:
            raise TypeError('too many data types for %r: %r' % (class_name, data_types))
        return data_types.pop() if data_types else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """What makes members, whether it is the class's own, and whether it is given the value."""
        __new__ = classdict.get('__new__')
        save_new = first_enum is not None and __new__ is not None
        if __new__ is None:
            plain = {None, None.__new__, object.__new__, Enum.__new__}
            found = (
                getattr(possible, method, None)
                for method in ('__new_member__', '__new__') for possible in (member_type, first_enum)
            )
            __new__ = next((target for target in found if target not in plain), object.__new__)
        use_args = first_enum is not None and __new__ not in (Enum.__new__, object.__new__)
        return __new__, save_new, use_args

    def _add_member_(cls, name, member):
        if name in cls._member_map_:
            if cls._member_map_[name] is not member:
                raise NameError('%r is already bound: %r' % (name, cls._member_map_[name]))
            return
        descriptor = descriptor_type = class_type = None
        for base in cls.__mro__[1:]:
            attr = base.__dict__.get(name)
            if attr is None:
                continue
            if isinstance(attr, (property, DynamicClassAttribute)):
                descriptor, class_type, descriptor_type = attr, base, 'enum'
                break
            if _is_descriptor(attr):
                descriptor = attr
                descriptor_type = descriptor_type or 'desc'
                class_type = class_type or base
            else:
                descriptor_type, class_type = 'attr', base
        if descriptor:
            # The inherited attribute goes on working for members; the class gives the member.
            redirect = property()
            redirect.member = member
            redirect.__set_name__(cls, name)
            if descriptor_type in ('enum', 'desc'):
                redirect.fget = getattr(descriptor, 'fget', None)
                redirect._get = getattr(descriptor, '__get__', None)
                redirect.fset = getattr(descriptor, 'fset', None)
                redirect._set = getattr(descriptor, '__set__', None)
                redirect.fdel = getattr(descriptor, 'fdel', None)
                redirect._del = getattr(descriptor, '__delete__', None)
            redirect._attr_type = descriptor_type
            redirect._cls_type = class_type
            setattr(cls, name, redirect)
        else:
            setattr(cls, name, member)
        cls._member_map_[name] = member

EnumMeta = EnumType


class Enum(metaclass=EnumType):

    @classmethod
    def __signature__(cls):
        if cls._member_names_:
            return '(*values)'
        return '(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)'

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for name, values in cls._unhashable_values_map_.items():
                if value in values:
                    return cls[name]
        if not cls._member_map_:
            if getattr(cls, f'_{cls.__name__}__in_progress', False):
                raise TypeError('do not use \x60super().__new__; call the appropriate __new__ directly') from None
            raise TypeError("%r has no members defined" % cls)
        try:
            exc = None
            result = cls._missing_(value)
        except Exception as e:
            exc = e
            result = None
        try:
            if isinstance(result, cls):
                return result
            if _is_flag_class(cls) and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            invalid = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
            if result is None and exc is None:
                raise invalid
            if exc is None:
                exc = TypeError(
                    'error in %s._missing_: returned %r instead of None or a valid member' % (cls.__name__, result))
            if not isinstance(exc, ValueError):
                exc.__context__ = invalid
            raise exc
        finally:
            # The exceptions hold this frame.
            exc = None
            invalid = None

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        known = _proto_member._with_value(cls, value)
        if known is not None:
            if known is not self:
                raise ValueError('%r is already bound: %r' % (value, known))
            return
        try:
            cls._value2member_map_.setdefault(value, self)
        except TypeError:
            cls._unhashable_values_.append(value)
            cls._unhashable_values_map_.setdefault(self.name, []).append(value)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            greatest = sorted(last_values).pop()
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None
        try:
            return greatest + 1
        except TypeError:
            raise TypeError('unable to increment %r' % (greatest,)) from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        names = set()
        if self.__class__._member_type_ is not object:
            names = set(object.__dir__(self))
        for name in getattr(self, '__dict__', []):
            if name[0] != '_' and name not in self._member_map_:
                names.add(name)
        for cls in self.__class__.mro():
            for name, obj in cls.__dict__.items():
                if name[0] == '_':
                    continue
                if isinstance(obj, property):
                    if obj.fget is not None or name not in self._member_map_:
                        names.add(name)
                    else:
                        names.discard(name)
                elif name not in self._member_map_:
                    names.add(name)
        return sorted(names | {'__class__', '__doc__', '__eq__', '__hash__', '__module__'})

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError('encoding must be a string, not %r' % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError('errors must be a string, not %r' % (values[2]))
        text = str(*values)
        made = str.__new__(cls, text)
        made._value_ = text
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def pickle_by_global_name(self, proto):
    return self.name
_reduce_ex_by_global_name = pickle_by_global_name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()
STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not count:
            return start if start is not None else 1
        greatest = max(last_values)
        try:
            high_bit = _high_bit(greatest)
        except Exception:
            raise TypeError('invalid flag value %r' % greatest) from None
        return 2 ** (high_bit + 1)

    @classmethod
    def _iter_member_by_value_(cls, value):
        for val in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(val)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """Makes the member for a combination, within what the boundary allows."""
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        flag_mask, singles_mask, all_bits = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ flag_mask):
            boundary = cls._boundary_
            if boundary is STRICT:
                max_bits = max(value.bit_length(), flag_mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s" % (
                    cls, value, bin(value, max_bits), bin(flag_mask, max_bits)))
            elif boundary is CONFORM:
                value = value & flag_mask
            elif boundary is EJECT:
                return value
            elif boundary is KEEP:
                if value < 0:
                    value = max(all_bits + 1, 2 ** value.bit_length()) + value
            else:
                raise ValueError('%r unknown flag boundary %r' % (cls, boundary))
        negative = None
        if value < 0:
            negative = value
            value = all_bits + 1 + value
        unknown = value & ~flag_mask
        aliases = value & ~singles_mask
        singles = value & singles_mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError('%s(%r) -->  unknown values %r [%s]' % (cls.__name__, value, unknown, bin(unknown)))
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        if singles or aliases:
            members = []
            combined = 0
            for each in cls._iter_member_(singles):
                members.append(each)
                combined |= each._value_
            if aliases:
                value = singles | aliases
                for each in cls._member_map_.values():
                    if each not in members and each._value_ and each._value_ & value == each._value_:
                        members.append(each)
                        combined |= each._value_
            unknown = value ^ combined
            made._name_ = '|'.join([each._name_ for each in members])
            if not combined:
                made._name_ = None
            elif unknown and cls._boundary_ is STRICT:
                raise ValueError('%r: no members with value %r' % (cls, unknown))
            elif unknown:
                made._name_ += '|%s' % cls._numeric_repr_(unknown)
        else:
            made._name_ = None
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (
                type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__
        text = (cls._value_repr_ or repr)(self._value_)
        if self._name_ is None:
            return "<%s: %s>" % (cls.__name__, text)
        return "<%s.%s: %s>" % (cls.__name__, self._name_, text)

    def __str__(self):
        if self._name_ is None:
            return '%s(%r)' % (self.__class__.__name__, self._value_)
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def _combinable(self, other, operator):
        """The value to combine with, or NotImplemented."""
        value = self._get_value(other)
        if value is not NotImplemented:
            for flag in self, other:
                if self._get_value(flag) is None:
                    raise TypeError(f"'{flag}' cannot be combined with other flags with {operator}")
        return value

    def __or__(self, other):
        value = self._combinable(other, '|')
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._combinable(other, '&')
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._combinable(other, '^')
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._get_value(self) is None:
            raise TypeError(f"'{self}' cannot be inverted")
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


def _high_bit(value):
    return value.bit_length() - 1


def unique(enumeration):
    duplicates = [(name, each.name) for name, each in enumeration.__members__.items() if name != each.name]
    if duplicates:
        details = ', '.join(["%s -> %s" % pair for pair in duplicates])
        raise ValueError('duplicate values found in %r: %s' % (enumeration, details))
    return enumeration


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ', '.join('%s=%r' % (name, getattr(self, name)) for name in fields if fields[name].repr)


def _last_of_module(self):
    return self.__class__.__module__.split('.')[-1]


def global_enum_repr(self):
    return '%s.%s' % (_last_of_module(self), self._name_)


def global_flag_repr(self):
    module = _last_of_module(self)
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    if _is_single_bit(self._value_):
        return '%s.%s' % (module, self._name_)
    keeps = self._boundary_ is FlagBoundary.KEEP
    return '|'.join([
        name if keeps and name[0].isdigit() else '%s.%s' % (module, name) for name in self._name_.split('|')])


def global_str(self):
    if self._name_ is None:
        return "%s(%r)" % (self.__class__.__name__, self._value_)
    return self._name_


def global_enum(cls, update_str=False):
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Turns a plain class into an enumeration, through the class statement's own machinery."""
    def convert_class(cls):
        metacls = type(etype)
        classdict = metacls.__prepare__(cls.__name__, (etype,))
        for name, obj in cls.__dict__.items():
            if name not in ('__dict__', '__weakref__'):
                classdict[name] = obj
        if cls.__dict__.get('__doc__') is None:
            classdict['__doc__'] = 'An enumeration.'
        return metacls.__new__(metacls, cls.__name__, (etype,), classdict, boundary=boundary)
    return convert_class


@_simple_enum(StrEnum)
class EnumCheck:
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"
CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        cls_name = enumeration.__name__
        if Flag is not None and issubclass(enumeration, Flag):
            enum_type = 'flag'
        elif issubclass(enumeration, Enum):
            enum_type = 'enum'
        else:
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                self._unique(enumeration)
            elif check is CONTINUOUS:
                self._continuous(enumeration, enum_type, cls_name)
            elif check is NAMED_FLAGS:
                self._named_flags(enumeration, cls_name)
        return enumeration

    def _unique(self, enumeration):
        duplicates = [(name, each.name) for name, each in enumeration.__members__.items() if name != each.name]
        if duplicates:
            details = ', '.join(["%s -> %s" % pair for pair in duplicates])
            raise ValueError('aliases found in %r: %s' % (enumeration, details))

    def _continuous(self, enumeration, enum_type, cls_name):
        values = set(e.value for e in enumeration)
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if enum_type == 'flag':
            expected = [2 ** i for i in range(_high_bit(low) + 1, _high_bit(high))]
        else:
            expected = range(low + 1, high)
        missing = sorted(i for i in expected if i not in values)
        if missing:
            raise ValueError(('invalid %s %r: missing values %s' % (
                enum_type, cls_name, ', '.join(str(m) for m in missing)))[:256])

    def _named_flags(self, enumeration, cls_name):
        singles = [each._value_ for each in enumeration]
        missing_names = []
        missing_value = 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            values = list(_iter_bits_lsb(alias.value))
            unnamed = [v for v in values if v not in singles]
            if unnamed:
                missing_names.append(name)
                for v in unnamed:
                    missing_value |= v
        if not missing_names:
            return
        if len(missing_names) == 1:
            alias = 'alias %s is missing' % missing_names[0]
        else:
            alias = 'aliases %s and %s are missing' % (', '.join(missing_names[:-1]), missing_names[-1])
        if _is_single_bit(missing_value):
            value = 'value 0x%x' % missing_value
        else:
            value = 'combined values of 0x%x' % missing_value
        raise ValueError('invalid Flag %r: %s %s [use enum.show_flag_values(value) for details]' % (
            cls_name, alias, value))


def _old_convert_(etype, name, module, filter, source=None, *, boundary=None):
    return etype._convert_(name, module, filter, source, boundary=boundary)
`
