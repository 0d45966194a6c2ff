package org.orcacomet.store.rocksdb.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.rocksdb.BackupSettings;
import org.orcacomet.store.rocksdb.RocksDbScopeStore;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the store that the configuration names, publishes it, and in the end withdraws and closes it. */
@Component(
        configurationPid = "org.orcacomet.store.rocksdb",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true)
@Designate(ocd = RocksDbConfiguration.class)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"org.orcacomet.store.ScopeStore\"")
public final class RocksDbComponent {
    private static final Logger LOG = LoggerFactory.getLogger(RocksDbComponent.class);

    private final BundleContext bundle;
    private final Path dir;
    private final long listingsMaxBytes;
    private final BackupSettings backups;
    private RocksDbScopeStore store;
    private ServiceRegistration<ScopeStore> registration;

    /** A component that has not opened anything yet. */
    @Activate
    public RocksDbComponent(BundleContext bundle, RocksDbConfiguration configuration) {
        this.bundle = bundle;
        this.dir = Path.of(configuration.dir());
        this.listingsMaxBytes = configuration.listings_max_bytes();
        this.backups = configuration.backup_folder().isBlank()
                ? BackupSettings.beside(dir).keeping(configuration.backup_keep())
                : new BackupSettings(Path.of(configuration.backup_folder()), configuration.backup_keep());
    }

    @Activate
    void start() throws IOException {
        store = RocksDbScopeStore.open(dir, listingsMaxBytes, backups);
        registration = bundle.registerService(ScopeStore.class, store, null);
        LOG.info("The store in {} is open.", dir.toAbsolutePath());
    }

    @Deactivate
    void stop() throws IOException {
        registration.unregister();
        store.close();
        LOG.info("The store in {} is closed.", dir.toAbsolutePath());
    }
}
