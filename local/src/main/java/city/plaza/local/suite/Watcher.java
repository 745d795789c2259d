package city.plaza.local.suite;

/** Is notified of each change of a program's condition, from many threads. */
public interface Watcher {

	/**
	 * A program came into another condition.
	 * @param note why, in a few words; may be empty
	 */
	void changed(ProgramStatus status, String note);

}
