import gc


class Phoenix:
    def __del__(self):
        print("inside:", gc.is_finalized(self))
        kept.append(self)


kept = []
Phoenix()
print("afterwards:", gc.is_finalized(kept[0]))
kept.clear()
one, other = Phoenix(), Phoenix()
one.other, other.other = other, one
del one, other
gc.collect()
print("collected:", [gc.is_finalized(each) for each in kept])
