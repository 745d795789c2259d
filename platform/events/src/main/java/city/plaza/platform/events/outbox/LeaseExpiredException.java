package city.plaza.platform.events.outbox;

/** The relay may have lost its lanes: what it has not begun to send, it leaves alone. */
class LeaseExpiredException extends RuntimeException {

	LeaseExpiredException() {
		super("It waited too long to be sent", null, false, false);
	}

}
