import gc
gc.collect()
class Noisy:
    def __del__(self):
        print('del')
noisy = Noisy()
gc.callbacks.append(lambda phase, info: info['generation'] == 2 and print(phase))
