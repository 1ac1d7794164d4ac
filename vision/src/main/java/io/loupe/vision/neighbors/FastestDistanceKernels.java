package io.loupe.vision.neighbors;

import java.lang.System.Logger.Level;

/** Chooses the kernels once, and says so once when the slow ones had to be taken. */
final class FastestDistanceKernels {
    private static final System.Logger LOG = System.getLogger(DistanceKernels.class.getName());

    static final DistanceKernels CHOSEN = choose();

    private FastestDistanceKernels() {}

    static boolean isVectorApiThere() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    private static DistanceKernels choose() {
        if (isVectorApiThere()) {
            return new VectorApiDistanceKernels();
        }
        LOG.log(
                Level.WARNING,
                "The Vector API is not there, so searches and coresets run several times slower: add"
                        + " --add-modules jdk.incubator.vector to the java command line");
        return new ScalarDistanceKernels();
    }
}
