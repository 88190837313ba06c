import json
from datetime import date, datetime, timedelta, timezone
from collections import ChainMap, namedtuple
from operator import attrgetter, itemgetter

RAW = '{"users": [{"name": "Ada", "born": "1815-12-10", "tags": ["math", "π"]}, {"name": "Alan", "born": "1912-06-23", "tags": []}], "version": 2.5, "ok": true, "none": null}'


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (date, datetime)):
            return o.isoformat()
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


User = namedtuple("User", "name born tags")
data = json.loads(RAW)
users = [User(u["name"], date.fromisoformat(u["born"]), set(u["tags"])) for u in data["users"]]
for user in sorted(users, key=attrgetter("born"), reverse=True):
    print(f"{user.name:<6}{user.born:%d %b %Y} {user.born.strftime('%A')} {sorted(user.tags)}")
print(json.dumps([u._asdict() for u in users], cls=Encoder, ensure_ascii=False, indent=2))
print(json.dumps(data, sort_keys=True, separators=(",", ":")))
for bad in ('{"a": 1,}', "[1, 2", "nope", '{"a" 1}', '"unterminated'):
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(error, error.pos)
try:
    json.dumps({"x": object})
except TypeError as error:
    print(error)
when = datetime(2024, 2, 28, 23, 30, tzinfo=timezone.utc)
print(when + timedelta(days=1, hours=1), (when - datetime(2024, 1, 1, tzinfo=timezone.utc)).days, when.isoformat())
print(sorted(data["users"], key=itemgetter("name"))[-1]["name"], json.loads("[1e3, -0.5, 12345678901234567890]"))
defaults = {"color": "red", "size": 1}
print(dict(ChainMap({"size": 9}, defaults)), json.loads('{"a": 1}', object_pairs_hook=list))
