package org.gongbao.web;

/** How far a fresh store has been filled; the home page shows it while it lasts. Without such a bean nothing loads. */
public interface LoadingProgress {

    /** Nothing is being loaded. */
    LoadingProgress NONE = () -> new State(0, 0);

    /** The state now; cheap, asked for with every home page. */
    State state();

    /**
     * A number of documents done out of a number to do.
     *
     * @param done documents that readers can see
     * @param total documents that will be there at the end
     */
    record State(int done, int total) {

        public State {
            if (done < 0 || total < done) {
                throw new IllegalArgumentException(
                        "progress is " + done + " of " + total + ", expected 0 ≤ done ≤ total");
            }
        }

        public boolean loading() {
            return done < total;
        }
    }
}
