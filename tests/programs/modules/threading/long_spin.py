# A thread that computes does not keep others from running.
import threading
import time

done = False
spins = 0


def spin():
    global spins
    while not done:
        spins += 1


spinner = threading.Thread(target=spin)
spinner.start()
time.sleep(0.02)
done = True
spinner.join()
print(spins > 0)
