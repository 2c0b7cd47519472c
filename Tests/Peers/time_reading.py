"""Prints the CPU time in ns of reading events with pyarrow on one thread: time_reading.py FILE."""

import sys
import time

from pyarrow import json, set_cpu_count, set_io_thread_count

set_cpu_count(1)
set_io_thread_count(1)
start = time.process_time_ns()
json.read_json(sys.argv[1], read_options=json.ReadOptions(use_threads=False, block_size=4 << 20))
print(time.process_time_ns() - start)
