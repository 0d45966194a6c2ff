package orca.shirako.plugins.config;

import org.apache.tools.ant.Project;

/** The Ant project of one call; its token is the unit. */
public class SliceProject extends Project {
    private Object token;

    /** One without a unit. */
    public SliceProject() {
        super();
    }

    /** One for this unit. */
    public SliceProject(Object token) {
        super();
        this.token = token;
    }

    /** The unit. */
    public Object getToken() {
        return token;
    }

    /** Sets the unit. */
    public void setToken(Object token) {
        this.token = token;
    }
}
