"""Rooms refer to each other both ways: the classic accidental cycle."""
import gc
import weakref


class Item:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __del__(self):
        print(f"    [{self.name} vanished]")


class Room:
    opposite = {"north": "south", "south": "north", "east": "west", "west": "east"}

    def __init__(self, name, *items):
        self.name = name
        self.exits = {}
        self.items = [Item(i) for i in items]

    def link(self, direction, other):
        self.exits[direction] = other
        other.exits[self.opposite[direction]] = self

    def __repr__(self):
        return f"Room({self.name})"

    def __del__(self):
        print(f"    [{self.name} collapsed]")


class Player:
    def __init__(self, room):
        self.room = room
        self.bag = []

    def go(self, direction):
        try:
            self.room = self.room.exits[direction]
        except KeyError:
            return f"no way {direction} from {self.room.name}"
        return f"now in {self.room.name}"

    def take(self, name):
        for item in self.room.items:
            if item.name == name:
                self.room.items.remove(item)
                self.bag.append(item)
                return f"took {name}"
        return f"no {name} here"


def world():
    hall = Room("hall", "lamp")
    attic = Room("attic", "map", "dust")
    cellar = Room("cellar", "barrel")
    hall.link("north", attic)
    hall.link("south", cellar)
    return hall


gc.collect()
gc.disable()
player = Player(world())
for command in ("take lamp", "go north", "take map", "take lamp", "go west", "go south", "go south"):
    verb, _, argument = command.partition(" ")
    print(f"{command}: {getattr(player, verb)(argument)}")
print("bag:", player.bag)
probe = weakref.ref(player.room)
player.room = None
print("nobody is in the world, but", probe(), "is there")
holders = [r for r in gc.get_referrers(probe()) if isinstance(r, dict) and "north" in r or isinstance(r, Room)]
print("held by", len(holders), "exit table")
del holders
print("collected:", gc.collect())
print("bag:", player.bag, probe())
player.bag.pop()
print("bag:", player.bag)
del player
gc.enable()
print("end")
