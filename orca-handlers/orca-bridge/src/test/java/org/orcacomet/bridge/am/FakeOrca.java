package org.orcacomet.bridge.am;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import orca.manage.internal.ManagementObject;
import orca.manage.internal.ManagementObjectManager;
import orca.shirako.api.IEvent;
import orca.shirako.api.IEventFilter;
import orca.shirako.api.IEventHandler;
import orca.shirako.container.EventManager;
import orca.shirako.core.Database;
import orca.util.ID;
import org.orcacomet.bridge.OrcaProperties;

/** A process of the stand-in's parts, in a home of its own. */
class FakeOrca extends ActorProcess {
    private final Path home;
    private final EventManager events = new EventManager();
    private final ManagementObjectManager objects;
    private final Map<String, String> properties = new HashMap<>();
    private final List<String> uninstalled = new CopyOnWriteArrayList<>();
    private final AtomicInteger subscriptions = new AtomicInteger();

    FakeOrca(Path home) {
        this.home = home;
        this.objects = new ManagementObjectManager(new Database(home.resolve("db")).objects());
    }

    FakeOrca withComet() {
        properties.put("comethost", "https://head");
        return this;
    }

    void announce(IEvent event) {
        events.dispatchEvent(event);
    }

    int subscriptions() {
        return subscriptions.get();
    }

    List<String> uninstalled() {
        return Collections.unmodifiableList(uninstalled);
    }

    @Override
    Path home() {
        return home;
    }

    @Override
    OrcaProperties properties() {
        return OrcaProperties.of(properties);
    }

    @Override
    void subscribe(IEventHandler handler, IEventFilter filter) throws Exception {
        subscriptions.incrementAndGet();
        events.createPrivilegedSubscription(handler, filter);
    }

    @Override
    boolean has(ID object) {
        return objects.getManagementObject(object) != null;
    }

    @Override
    void register(ManagementObject object) throws Exception {
        objects.registerManagerObject(object);
    }

    @Override
    void unregister(ID object) throws Exception {
        objects.unregisterManager(object);
    }

    @Override
    int uninstall(String packageId) {
        uninstalled.add(packageId);
        return 0;
    }
}
