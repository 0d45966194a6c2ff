package org.orcacomet.api.testkit;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/** Says how many inputs each property was given, and ends it after {@code -Dfuzz.seconds}, where they are set. */
public final class FuzzingTime implements AroundPropertyHook, AroundTryHook {
    private static final long NANOS =
            Duration.ofSeconds(Long.getLong("fuzz.seconds", Integer.MAX_VALUE)).toNanos();

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyExecutionResult result = property.execute();
        String name = context.containerClass().getSimpleName() + "."
                + context.targetMethod().getName();
        System.out.println(name + " was given " + result.countTries() + " inputs.");
        return result;
    }

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor oneTry, List<Object> inputs) {
        long start =
                Store.getOrCreate("start", Lifespan.PROPERTY, System::nanoTime).get();
        TryExecutionResult result = oneTry.execute(inputs);
        boolean over = result.status() == TryExecutionResult.Status.SATISFIED && System.nanoTime() - start >= NANOS;
        return over ? TryExecutionResult.satisfied(true) : result;
    }
}
