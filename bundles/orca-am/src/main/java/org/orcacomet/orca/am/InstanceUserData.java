package org.orcacomet.orca.am;

import java.util.Map;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.userdata.GlobalName;
import org.orcacomet.userdata.LegacyIni;
import org.orcacomet.userdata.UserData;
import org.orcacomet.userdata.family.InvalidProperty;
import org.orcacomet.userdata.family.UnitFamilies;

/** The texts of an instance's user data, from ORCA's properties. The unit's write token is in none of them. */
public final class InstanceUserData {
    private InstanceUserData() {}

    /**
     * With COMET on: who the instance is, and how it reads its families.
     *
     * @throws InvalidProperty naming a property that has more than one line
     */
    public static String withComet(Map<String, String> unit, ReadToken token) {
        return UserData.of(unit)
                .with(GlobalName.COMET_READ_TOKEN, TokenCodec.reveal(token))
                .render();
    }

    /**
     * With COMET off: the ini file that has all in one.
     *
     * @throws InvalidProperty naming the property that is missing or wrong
     */
    public static String withoutComet(Map<String, String> unit) {
        return LegacyIni.render(UserData.of(unit).withoutComet(), UnitFamilies.of(unit));
    }

    /**
     * For what is no compute resource and has no families: who it is.
     *
     * @throws InvalidProperty naming a property that has more than one line
     */
    public static String plain(Map<String, String> unit) {
        return UserData.of(unit).withoutComet().render();
    }
}
