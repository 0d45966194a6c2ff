package orca.manage;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import orca.manage.beans.ReservationMng;

/** A reservation as the service manager keeps it: its four sets of properties, each under a prefix of its own. */
final class ReservationRecord {
    static final int NASCENT = 1;
    static final int ACTIVE = 3;
    static final int CLOSED = 5;
    private static final String LOCAL = "local.";
    private static final String CONFIGURATION = "config.";
    private static final String REQUEST = "request.";
    private static final String RESOURCE = "resource.";
    private static final List<String> SETS = Arrays.asList(LOCAL, CONFIGURATION, REQUEST, RESOURCE);

    private final String id;
    private final Properties record;

    ReservationRecord(String id, Properties record) {
        this.id = id;
        this.record = record;
    }

    static ReservationRecord nascent(String id, long number, ReservationMng bean) {
        ReservationRecord made = new ReservationRecord(id, new Properties());
        made.record.setProperty("number", Long.toString(number));
        made.record.setProperty("slice", bean.getSliceID());
        made.record.setProperty("type", bean.getResourceType());
        made.put(LOCAL, OrcaConverter.fill(bean.getLocalProperties()));
        made.put(CONFIGURATION, OrcaConverter.fill(bean.getConfigurationProperties()));
        made.put(REQUEST, OrcaConverter.fill(bean.getRequestProperties()));
        made.put(RESOURCE, OrcaConverter.fill(bean.getResourceProperties()));
        made.state(NASCENT);
        return made;
    }

    String id() {
        return id;
    }

    String slice() {
        return record.getProperty("slice");
    }

    long number() {
        return Long.parseLong(record.getProperty("number"));
    }

    int state() {
        return Integer.parseInt(record.getProperty("state"));
    }

    void state(int state) {
        record.setProperty("state", Integer.toString(state));
    }

    /** The local properties of the demand come into all four sets; nothing else of the demand is taken. */
    void demand(Properties local) {
        SETS.forEach(set -> put(set, local));
        state(ACTIVE);
    }

    void demand() {
        demand(get(LOCAL));
    }

    void modify(Properties properties) {
        put(CONFIGURATION, properties);
    }

    private void put(String set, Properties properties) {
        properties.stringPropertyNames().forEach(name -> record.setProperty(set + name, properties.getProperty(name)));
    }

    private Properties get(String set) {
        Properties properties = new Properties();
        record.stringPropertyNames().stream()
                .filter(name -> name.startsWith(set))
                .forEach(name -> properties.setProperty(name.substring(set.length()), record.getProperty(name)));
        return properties;
    }

    Properties record() {
        return record;
    }

    ReservationMng bean() {
        ReservationMng bean = new ReservationMng();
        bean.setReservationID(id);
        bean.setSliceID(slice());
        bean.setResourceType(record.getProperty("type"));
        bean.setState(state());
        bean.setPendingState(1);
        bean.setLocalProperties(OrcaConverter.fill(get(LOCAL)));
        bean.setConfigurationProperties(OrcaConverter.fill(get(CONFIGURATION)));
        bean.setRequestProperties(OrcaConverter.fill(get(REQUEST)));
        bean.setResourceProperties(OrcaConverter.fill(get(RESOURCE)));
        return bean;
    }
}
