package org.orcacomet.bridge.am;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Properties;
import java.util.ServiceLoader;
import orca.extensions.IPluginFactory;
import orca.manage.internal.ManagementObject;
import orca.manage.internal.ManagementObjectManager;
import orca.shirako.core.Database;
import orca.util.ID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.bridge.CapturedLog;
import org.orcacomet.orca.spi.Plugin;

/** In this JVM no ORCA has booted: whatever the plugin asks of it fails, which ORCA must never see. */
class CometManagementObjectTest {
    private static final ID OBJECT = new ID("orca-comet");

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(classes = {CometManagementObject.class, CometPluginFactory.class})
    void storedName_isOfATopLevelClass_thatOrcaCanMake(Class<?> type) throws Exception {
        assertThat(type.getEnclosingClass()).isNull();
        assertThat(type.getCanonicalName()).isEqualTo(type.getName());
        assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
        assertThat(Modifier.isPublic(type.getConstructor().getModifiers())).isTrue();
    }

    @Test
    void freshBoot_goesOn_whateverFails_andStoresTheObject() throws Exception {
        ManagementObjectManager objects = objects();
        try (CapturedLog log = new CapturedLog()) {
            IPluginFactory factory = new CometPluginFactory();
            factory.configure("");
            factory.configure(new Properties());
            factory.create();
            objects.registerManagerObject(factory.getManager());
            assertThat(log.lines())
                    .hasSize(1)
                    .allMatch(line -> line.contains("Orca-COMET: the start failed, ORCA goes on without"));
        }
        assertThat(objects.getManagementObject(OBJECT)).isInstanceOf(CometManagementObject.class);
    }

    @Test
    void recoveryBoot_goesOn_whateverFails() throws Exception {
        ManagementObject first = new CometManagementObject();
        objects().registerManagerObject(first);
        ManagementObjectManager recovered = objects();
        assertThatCode(recovered::recover).doesNotThrowAnyException();
        assertThat(recovered.getManagementObject(OBJECT)).isInstanceOf(CometManagementObject.class);
    }

    @Test
    void object_hasTheSameIdentifier_beforeAndAfterReset() {
        ManagementObject object = new CometManagementObject();
        assertThat(object.getID()).isEqualTo(OBJECT);
        object.reset(object.save());
        assertThat(object.getID()).isEqualTo(OBJECT);
    }

    @Test
    void plugin_isFound_asTheTasksLookForIt() {
        assertThat(ServiceLoader.load(Plugin.class, Plugin.class.getClassLoader()))
                .singleElement()
                .isInstanceOf(AmPlugin.class);
    }

    private ManagementObjectManager objects() {
        return new ManagementObjectManager(new Database(home).objects());
    }
}
