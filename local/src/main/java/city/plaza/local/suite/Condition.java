package city.plaza.local.suite;

/** Where a program stands. */
public enum Condition {

	/** Not started yet. */
	WAITING,

	/** The process runs but does not serve yet. */
	STARTING,

	/** It serves. */
	READY,

	/** The process died; the next one is on its way. */
	RESTARTING,

	/** It did not come up. */
	FAILED,

	/** It was signalled to end. */
	STOPPING,

	/** Ended. */
	STOPPED

}
