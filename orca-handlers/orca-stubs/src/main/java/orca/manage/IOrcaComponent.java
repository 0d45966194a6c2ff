package orca.manage;

/** What is managed. */
public interface IOrcaComponent {
    String getTypeID();
}
