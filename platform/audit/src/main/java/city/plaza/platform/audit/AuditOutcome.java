package city.plaza.platform.audit;

/** How it ended. */
public enum AuditOutcome {

	/** It was done. */
	SUCCEEDED,
	/** The rules were against it. */
	REFUSED,
	/** It was tried and did not work. */
	FAILED

}
