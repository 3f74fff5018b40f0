#!/bin/sh
# Sign, pack and notarize the frozen program on macOS, after python3 packaging/freeze/freeze.py:
#   packaging/macos/sign.sh "Developer ID Application: NAME (TEAM)" PROFILE
# PROFILE is what `xcrun notarytool store-credentials PROFILE` keeps in the keychain. Not tried yet; see docs/packaging.md.
set -eu
cd "$(dirname "$0")/../../dist"
identity=$1 profile=$2
app="Career Guide.app" image=CareerGuide.dmg
codesign --force --deep --timestamp --options runtime --entitlements ../packaging/macos/entitlements.plist --sign "$identity" "$app"
codesign --verify --deep --strict "$app"
hdiutil create -volname "Career Guide" -srcfolder "$app" -ov -format UDZO "$image"
codesign --timestamp --sign "$identity" "$image"
xcrun notarytool submit "$image" --keychain-profile "$profile" --wait
xcrun stapler staple "$image"
