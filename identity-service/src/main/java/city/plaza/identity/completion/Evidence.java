package city.plaza.identity.completion;

/** Whether an acknowledgment or a signature was kept. */
enum Evidence {

	/** It was. */
	KEPT,
	/** The registration was submitted before: its evidence does not change. */
	SUBMITTED_BEFORE,
	/** The text of the city is another one by now, or was never accepted. */
	TEXT_CHANGED

}
