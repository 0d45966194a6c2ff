package org.orcacomet.felix;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A container without Felix, as the bridge meets it: by its name, behind the gate. It sees nothing of the test's
 * classes; what it does was put into the system properties, as a {@link Function} from the settings and services to
 * what it returns.
 */
public final class HostedContainer implements BiFunction<Map<String, Object>, Map<Class<?>, Object>, Object> {
    @Override
    @SuppressWarnings("unchecked")
    public Object apply(Map<String, Object> settings, Map<Class<?>, Object> services) {
        return ((BiFunction<Map<String, Object>, Map<Class<?>, Object>, Object>)
                        System.getProperties().get("org.orcacomet.test.container"))
                .apply(settings, services);
    }
}
