package org.orcacomet.tasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tools.ant.BuildException;
import org.orcacomet.orca.spi.LifecycleException;

/** Sets one entry of one family of the unit; one of the same name is replaced. */
public final class PutTask extends CometTask {
    private final List<Field> fields = new ArrayList<>();
    private String section;

    /** {@code users}, {@code interfaces}, {@code storage}, {@code routes} or {@code scripts}; required. */
    public void setSection(String section) {
        this.section = section;
    }

    /** A property of the entry; at least one is needed. */
    public void addField(Field field) {
        fields.add(field);
    }

    @Override
    void act() throws LifecycleException {
        require("section", section);
        slivers().put(unit().properties(), section, entry());
    }

    private Map<String, String> entry() {
        Map<String, String> entry = new LinkedHashMap<>();
        for (Field field : fields) {
            if (entry.put(field.name(), field.value()) != null) {
                throw new BuildException("two fields have the name " + field.name());
            }
        }
        if (entry.isEmpty()) {
            throw new BuildException("field is missing");
        }
        return entry;
    }

    /** The nested element {@code field}. */
    public static final class Field extends org.apache.tools.ant.ProjectComponent {
        private String name;
        private String value = "";

        /** The last part of ORCA's property: {@code mac}, {@code target.ip}, ...; required. */
        public void setName(String name) {
            this.name = name;
        }

        /** The value, unless it is the element's text. */
        public void setValue(String value) {
            this.value = value;
        }

        /** The value, in which properties are replaced; for those of many lines. */
        public void addText(String text) {
            value = getProject().replaceProperties(text);
        }

        private String name() {
            return require("name", name);
        }

        private String value() {
            return require(name, value);
        }
    }
}
