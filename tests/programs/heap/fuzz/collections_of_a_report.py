import gc
print()
gc.collect()
gc.callbacks.append(lambda phase, info: info['generation'] == 2 and print(phase))
gc.set_threshold(5, 2)
raise ValueError(4)
print('--')
