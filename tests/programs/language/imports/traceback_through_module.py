import _helper
def call():
    _helper.fail()
call()
