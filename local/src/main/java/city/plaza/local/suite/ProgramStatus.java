package city.plaza.local.suite;

/**
 * What is known of a program at one moment.
 *
 * @param name the program
 * @param pid of its process; 0 where none runs
 * @param port by which it is reached
 * @param state where it stands
 * @param restarts how often it was started again because it had died
 * @param millisToReady from its start until it served, in milliseconds; 0 before that
 */
public record ProgramStatus(String name, long pid, int port, Condition state, int restarts, long millisToReady) {
}
