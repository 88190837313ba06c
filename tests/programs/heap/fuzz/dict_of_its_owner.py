import gc
gc.collect()
class Owner:
    def __del__(self):
        print('del')
owner = Owner()
owner.me = vars(owner)
del owner
print(gc.collect())
owner = Owner()
owner.me = vars(owner)
