"""Whether zsh makes EXPECTED of a line and a tab: zsh-tab.py ZSH COMPLETION LINE EXPECTED; prints what it made of it."""
import glob
import os
import pty
import select
import sys
import time

home, completion, line, expected = sys.argv[1:]
PATIENCE = 30

pid, terminal = pty.fork()
if pid == 0:
    os.execve(home + "/bin/zsh", ["zsh", "-f", "-i"], {"TERM": "dumb", "PATH": os.environ["PATH"], "HOME": "/nonexistent"})


def until(mark):
    said, end = "", time.monotonic() + PATIENCE
    while mark not in said and time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            said += os.read(terminal, 65536).decode("utf-8", "replace")
    return said


modules = glob.glob(home + "/usr/lib/*/zsh/*")
functions = [folder for folder, _, _ in os.walk(home + "/usr/share/zsh/functions")]
setup = "module_path=(%s); fpath=(%s); PS1=; autoload -U compinit && compinit -u -D; source %s; echo REA''DY\n"
os.write(terminal, (setup % (" ".join(modules), " ".join(functions), completion)).encode())
until("READY\r")
os.write(terminal, line.encode() + b"\t")
print(until(expected))
os.close(terminal)
os.waitpid(pid, 0)
