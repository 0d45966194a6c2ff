package org.orcacomet.http.internal.metrics;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;

/** The process and its JVM, under the names that other programs on a JVM have for them. */
public final class JvmSource implements Source {
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public void tell(Exposition to) {
        memory(to);
        collections(to);
        to.gauge("jvm_threads_live_threads", "Threads.")
                .sample(ManagementFactory.getThreadMXBean().getThreadCount());
        to.gauge("jvm_classes_loaded_classes", "Classes that are loaded.")
                .sample(ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        to.gauge("process_start_time_seconds", "When the process began.")
                .sample(ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS_PER_SECOND);
        process(to);
    }

    private static void memory(Exposition to) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        MemoryUsage heap = memory.getHeapMemoryUsage();
        to.gauge("jvm_memory_used_bytes", "Memory that is used.")
                .sample(heap.getUsed(), "area", "heap")
                .sample(memory.getNonHeapMemoryUsage().getUsed(), "area", "nonheap");
        to.gauge("jvm_memory_max_bytes", "What may be used of it at most.").sample(heap.getMax(), "area", "heap");
        to.gauge("jvm_buffer_memory_used_bytes", "Memory of buffers outside the heap.");
        List<BufferPoolMXBean> pools = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class);
        pools.forEach(pool -> to.sample(pool.getMemoryUsed(), "id", pool.getName()));
    }

    private static void collections(Exposition to) {
        to.summary("jvm_gc_collection_seconds", "Garbage collections, and how long they took together.");
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            to.part("_sum", collector.getCollectionTime() / MILLIS_PER_SECOND, "gc", collector.getName());
            to.part("_count", collector.getCollectionCount(), "gc", collector.getName());
        }
    }

    private static void process(Exposition to) {
        operatingSystem("ProcessCpuTime")
                .ifPresent(nanos -> to.counter("process_cpu_seconds_total", "Processor time of the process.")
                        .sample(nanos / NANOS_PER_SECOND));
        operatingSystem("OpenFileDescriptorCount")
                .ifPresent(open -> to.gauge("process_open_fds", "Files and sockets that are open.")
                        .sample(open));
        operatingSystem("MaxFileDescriptorCount")
                .ifPresent(max ->
                        to.gauge("process_max_fds", "How many of them may be.").sample(max));
    }

    /** By its name, and empty where there is none: the type that has it is no package of every container's. */
    private static Optional<Double> operatingSystem(String attribute) {
        try {
            Object value = ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), attribute);
            return Optional.of(((Number) value).doubleValue());
        } catch (JMException e) {
            return Optional.empty();
        }
    }
}
