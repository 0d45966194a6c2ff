package orca.extensions.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** package.xml: the package's identifier, and the classes of its plugins' factories. */
final class Descriptor {
    private final String id;
    private final Map<String, String> plugins = new LinkedHashMap<>();

    private Descriptor(String id) {
        this.id = id;
    }

    static Descriptor read(Path file) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element root = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        Descriptor descriptor = new Descriptor(root.getAttribute("id"));
        NodeList plugins = root.getElementsByTagNameNS("*", "plugin");
        for (int i = 0; i < plugins.getLength(); i++) {
            descriptor.add((Element) plugins.item(i));
        }
        return descriptor;
    }

    private void add(Element plugin) {
        NodeList classes = plugin.getElementsByTagNameNS("*", "className");
        String className = classes.getLength() == 0 ? "" : classes.item(0).getTextContent();
        plugins.put(plugin.getAttribute("id"), className.trim());
    }

    String id() {
        return id;
    }

    Map<String, String> plugins() {
        return plugins;
    }
}
