package org.cyberspaceid.clips.build;

/**
 * Where a person's face is in a demo photo, by eye: the build looks for the face nearest to it.
 *
 * @param id the portrait's
 * @param photo the file
 * @param x of the middle of the face, pixels
 * @param y of the middle of the face, pixels
 */
record PersonInPhoto(String id, String photo, int x, int y) {
    static final PersonInPhoto[] ALL = {
        new PersonInPhoto("sample3-1", "sample3.jpg", 693, 484),
        new PersonInPhoto("sample3-2", "sample3.jpg", 1173, 386),
        new PersonInPhoto("sample4-4", "sample4.jpg", 1365, 288),
        new PersonInPhoto("sample5-2", "sample5.jpg", 862, 245),
        new PersonInPhoto("sample5-3", "sample5.jpg", 1196, 349),
        new PersonInPhoto("sample5-5", "sample5.jpg", 471, 1045),
        new PersonInPhoto("sample6-2", "sample6.jpg", 787, 501),
        new PersonInPhoto("sample6-3", "sample6.jpg", 1268, 453),
        new PersonInPhoto("sample6-4", "sample6.jpg", 1591, 429),
    };
}
