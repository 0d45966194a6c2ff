package orca.server;

import java.nio.file.Path;
import java.security.Security;
import java.util.Properties;
import org.apache.log4j.PropertyConfigurator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** What ORCA does to its JVM: logging with log4j 1.2, an old BouncyCastle as the last provider, its own SAX parser. */
final class Surroundings {
    private Surroundings() {}

    static void apply(Path logs) {
        Properties log = new Properties();
        log.setProperty("log4j.logger.orca", "DEBUG, FILE");
        log.setProperty("log4j.appender.FILE", "org.apache.log4j.FileAppender");
        log.setProperty("log4j.appender.FILE.File", logs.resolve("orca.log").toString());
        log.setProperty("log4j.appender.FILE.layout", "org.apache.log4j.PatternLayout");
        log.setProperty("log4j.appender.FILE.layout.ConversionPattern", "%d-[%t]-{%-5p}-%c-(%F:%L)-%m%n");
        PropertyConfigurator.configure(log);
        Security.addProvider(new BouncyCastleProvider());
        System.setProperty("org.xml.sax.driver", "org.apache.xerces.parsers.SAXParser");
    }
}
