package city.plaza.platform.events.outbox;

/** The relay may have lost its lanes, so that it begins to send nothing more. */
class LeaseExpiredException extends RuntimeException {

	LeaseExpiredException() {
		super("It waited too long to be sent", null, false, false);
	}

}
