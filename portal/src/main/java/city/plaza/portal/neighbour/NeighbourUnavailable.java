package city.plaza.portal.neighbour;

/** A service that cannot be reached, answers too late, or is being left in peace. */
public class NeighbourUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String neighbour;

	NeighbourUnavailable(String neighbour, Throwable cause) {
		super(neighbour + " is not available: " + cause, cause);
		this.neighbour = neighbour;
	}

	/** The service's name. */
	public String neighbour() {
		return this.neighbour;
	}

}
