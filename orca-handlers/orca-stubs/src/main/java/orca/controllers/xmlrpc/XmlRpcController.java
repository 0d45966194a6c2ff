package orca.controllers.xmlrpc;

import orca.controllers.OrcaController;

/** The controller that answers XML-RPC. */
public class XmlRpcController extends OrcaController {
    public XmlRpcController() {}

    @Override
    protected void init() throws Exception {
        throw new UnsupportedOperationException();
    }

    public void start() throws Exception {
        throw new UnsupportedOperationException();
    }

    public static void main(String[] arguments) throws Exception {
        throw new UnsupportedOperationException();
    }
}
