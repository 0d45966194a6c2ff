import java.nio.file.Path;
import org.orcacomet.store.rocksdb.RocksDbScopeStore;

/** Prints every scope that a store has, of whatever context and token: run on the service's Java, with its jars. */
final class Census {
    public static void main(String[] arguments) throws Exception {
        try (RocksDbScopeStore store = RocksDbScopeStore.open(Path.of(arguments[0]))) {
            store.scan(record -> {
                if (!record.deleted()) {
                    System.out.println(record.key());
                }
            });
        }
    }
}
