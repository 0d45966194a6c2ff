package org.orcacomet.client.internal;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A configuration with some values, and the declared defaults for the rest. */
public final class FakeConfig {
    private final Map<String, Object> values = new HashMap<>();

    /** The same with this value. */
    public FakeConfig with(String key, Object value) {
        values.put(key.replace('.', '_'), value);
        return this;
    }

    /** The configuration. */
    public ClientConfig config() {
        return (ClientConfig) Proxy.newProxyInstance(
                ClientConfig.class.getClassLoader(),
                new Class<?>[] {ClientConfig.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
