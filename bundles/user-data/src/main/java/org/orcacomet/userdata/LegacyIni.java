package org.orcacomet.userdata;

import java.util.ArrayList;
import java.util.List;
import org.orcacomet.userdata.family.Interface;
import org.orcacomet.userdata.family.Route;
import org.orcacomet.userdata.family.Script;
import org.orcacomet.userdata.family.Storage;
import org.orcacomet.userdata.family.UnitFamilies;
import org.orcacomet.userdata.family.User;

/**
 * The ini file from before COMET: {@code [global]} and the five families in one text. Its values are packed with colons,
 * so that an IPv6 address, or a colon in a value, is cut short by whoever reads it.
 */
public final class LegacyIni {
    private LegacyIni() {}

    /** The text of the file: a secret where there is storage. */
    public static String render(UserData global, UnitFamilies families) {
        StringBuilder text = new StringBuilder(global.render());
        section(text, "users");
        families.users().forEach(user -> line(text, user.login(), packed(user)));
        section(text, "interfaces");
        families.interfaces().forEach(iface -> line(text, iface.mac(), packed(iface)));
        section(text, "storage");
        for (Storage storage : families.storage()) {
            line(text, storage.device(), String.join(":", storage.packed()));
        }
        section(text, "routes");
        for (Route route : families.routes()) {
            line(text, route.network(), route.nextHop());
        }
        section(text, "scripts");
        families.scripts().forEach(script -> line(text, script.name(), indented(script)));
        return text.toString();
    }

    private static void section(StringBuilder text, String name) {
        text.append('[').append(name).append("]\n");
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append('=').append(value).append('\n');
    }

    private static String packed(User user) {
        List<String> parts = new ArrayList<>();
        parts.add(user.sudo() ? "yes" : "no");
        parts.addAll(user.keys());
        return String.join(":", parts);
    }

    private static String packed(Interface iface) {
        return iface.state() + ":" + iface.ipVersion()
                + iface.ip().map(ip -> ":" + ip).orElse("");
    }

    private static String indented(Script script) {
        String body = script.body().replace("\r\n", "\n").replace('\r', '\n').replaceAll("\n+$", "");
        return body.replace("\n", "\n\t");
    }
}
