package rec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import orca.manage.internal.ManagementObject;
import orca.shirako.container.Globals;
import orca.util.ID;

/** A plugin that writes down when ORCA calls it, and fails if a file beside says so. */
public class RecManager extends ManagementObject {
    private static final Path HOME = Paths.get(Globals.HomeDirectory);

    public RecManager() {
        id = new ID("rec");
    }

    @Override
    public void initialize() throws Exception {
        wrote("ManagementObject.initialize");
        failIfTold("initialize");
    }

    @Override
    protected void recover() throws Exception {
        wrote("ManagementObject.recover");
    }

    static void wrote(String call) throws IOException {
        String line = call + " | " + Thread.currentThread().getName() + "\n";
        Files.write(
                HOME.resolve("plugin.txt"),
                line.getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    static void failIfTold(String where) throws Exception {
        if (Files.exists(HOME.resolve(where + ".exception"))) {
            throw new IllegalStateException("told to fail");
        } else if (Files.exists(HOME.resolve(where + ".error"))) {
            throw new NoClassDefFoundError("told to die");
        }
    }
}
