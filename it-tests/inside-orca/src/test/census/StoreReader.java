import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.orcacomet.store.rocksdb.RocksDbScopeStore;

/**
 * Prints every scope that a store has, of whatever context and token, and an empty line: for each folder that a line of
 * input names. Run on the service's Java, with its jars.
 */
final class StoreReader {
    public static void main(String[] arguments) throws Exception {
        BufferedReader folders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String folder = folders.readLine(); folder != null; folder = folders.readLine()) {
            print(Path.of(folder));
            System.out.println();
            System.out.flush();
        }
    }

    private static void print(Path folder) {
        try (RocksDbScopeStore store = RocksDbScopeStore.open(folder)) {
            store.scan(record -> {
                if (!record.deleted()) {
                    System.out.println(record.key());
                }
            });
        } catch (Exception e) {
            System.out.println("error " + String.valueOf(e).replace('\n', ' '));
        }
    }
}
