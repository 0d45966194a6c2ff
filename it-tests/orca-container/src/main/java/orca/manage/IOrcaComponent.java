package orca.manage;

/** What is managed. */
public interface IOrcaComponent {
    /** Of which kind it is. */
    String getTypeID();

    /** How the last call ended. */
    OrcaError getLastError();
}
