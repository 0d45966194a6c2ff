package orca.controllers.xmlrpc;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Properties in a line of text, as in a query: {@code name=value&name=value}. */
final class Line {
    private Line() {}

    static Properties properties(String text) {
        Properties properties = new Properties();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            properties.setProperty(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
        return properties;
    }

    static String text(Properties properties) {
        return new TreeSet<>(properties.stringPropertyNames())
                .stream()
                        .map(name -> encode(name) + "=" + encode(properties.getProperty(name)))
                        .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        try {
            return URLEncoder.encode(text, "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
