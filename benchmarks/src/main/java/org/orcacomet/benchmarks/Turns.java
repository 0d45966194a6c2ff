package org.orcacomet.benchmarks;

import java.time.Duration;

/** How often each has its turn, how long a turn is, and how long each is warmed up before its first. */
record Turns(int rounds, Duration time, Duration warmUp) {}
