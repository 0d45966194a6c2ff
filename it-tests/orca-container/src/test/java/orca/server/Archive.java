package orca.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.tools.tar.TarEntry;
import org.apache.tools.tar.TarOutputStream;

/** Writes an extension package. */
final class Archive {
    static final String WITH_PLUGIN = "<plugins><plugin id=\"1\" type=\"3\" factory=\"true\"><name>rec</name>"
            + "<className>rec.RecFactory</className></plugin></plugins>";
    static final String WITHOUT_PLUGIN = "<plugins/>";

    private static final int BUFFER = 8192;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    static Archive of(String id, String plugins) {
        String xml = "<extensionPackage xmlns=\"http://issg.cs.duke.edu/shirako/manage/extensions/beans\" id=\"" + id
                + "\"><name>rec</name><description/>" + plugins + "</extensionPackage>";
        return new Archive().with("package.xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    /** The recording plugin in one package, as it was recorded. */
    static Path recording(Path folder) throws IOException {
        return of("rec-package", WITH_PLUGIN).withHandler().withClasses().write(folder.resolve("rec.tar.gz"));
    }

    Archive with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    Archive withHandler() throws IOException {
        return with("handlers/probe/handler.xml", resource("/rec/handler.xml"));
    }

    Archive withClasses() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (String name : new String[] {"rec/RecManager.class", "rec/RecFactory.class"}) {
                jar.putNextEntry(new JarEntry(name));
                jar.write(resource("/" + name));
                jar.closeEntry();
            }
        }
        return with("lib/rec.jar", bytes.toByteArray());
    }

    private static byte[] resource(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Archive.class.getResourceAsStream(name)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
            }
        }
        return bytes.toByteArray();
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file));
                TarOutputStream tar = new TarOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                TarEntry entry = new TarEntry(each.getKey());
                entry.setSize(each.getValue().length);
                tar.putNextEntry(entry);
                tar.write(each.getValue());
                tar.closeEntry();
            }
        }
        return file;
    }
}
